import type { Severity } from './severity';
import type { FieldPath } from '../kube/field';
import type { ObjectNode } from '../model/object-node';

/** What a check found wrong. */
export interface Finding {
  /** The name of the check. */
  readonly check: string;
  readonly severity: Severity;
  readonly object: ObjectNode;
  /** The field that is wrong, as it stands in the object. */
  readonly path: FieldPath;
  /** The fact, with the values from the manifests; no trailing period. */
  readonly fact: string;
  /** What happens in the cluster. */
  readonly why: string;
  /** One command-like sentence with a concrete value. */
  readonly fix: string;
  readonly see: string;
  /** The other objects that the fact is about. */
  readonly related: readonly ObjectNode[];
}

/** A question that the objects at hand do not answer. */
export interface CannotTell {
  readonly check: string;
  readonly object: ObjectNode;
  /** What is missing: `the Pods of Service shop/orders are not among the objects`. */
  readonly reason: string;
}
