import type { Severity } from '../findings/severity';
import type { FieldPath } from '../kube/field';
import type { Network } from '../model/network';
import type { ObjectNode } from '../model/object-node';

/**
 * A check: pure, it reads the network and yields what it found, in the order of the objects.
 *
 * An error says that something is certainly broken: every object that the fact depends on is known. Where one is not among
 * the objects, a check yields a doubt, or nothing if the question does not arise.
 */
export interface Check {
  /** Equal to the name of its file: `<subject>-<what is wrong>`. */
  readonly name: string;
  readonly severity: Severity;
  /** One sentence: what it looks for. */
  readonly summary: string;
  /** One sentence: what happens in the cluster. */
  readonly why: string;
  /** The page that states the rule: Kubernetes documentation, KEP, controller documentation or source. */
  readonly see: string;
  /** Whether the objects that it relates clash only within one cluster: an error where they certainly go to one. */
  readonly isClusterWide?: true;
  readonly run: (network: Network) => Iterable<Verdict>;
  /** Doubts that there are many of: only looked for where doubts are shown. */
  readonly doubts?: (network: Network) => Iterable<Doubt>;
}

export type Verdict = Problem | Doubt;

/** Something is wrong. */
export interface Problem {
  readonly object: ObjectNode;
  readonly path: FieldPath;
  readonly fact: string;
  readonly fix: string;
  /** Where this case differs from what the check says in general. */
  readonly why?: string;
  /** Where that is written. */
  readonly see?: string;
  /** Never graver than the check's own. */
  readonly severity?: Severity;
  readonly related?: readonly ObjectNode[];
}

/** It cannot be told from the objects at hand. */
export interface Doubt {
  readonly object: ObjectNode;
  /** A function where the text takes longer than to find that there is a doubt: `cdk8s synth` shows none. */
  readonly cannotTell: string | (() => string);
}
