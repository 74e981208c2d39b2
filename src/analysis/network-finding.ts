import type { FindingSeverity } from './finding-severity';
import type { Finding } from '../findings/finding';
import { pathText } from '../kube/field';
import { nodeText } from '../model/object-node';

/** What a check found wrong. */
export interface NetworkFinding {
  /** The name of the check: `selector-overlap-port-missing`. */
  readonly check: string;
  /** How sure it is that something does not work. */
  readonly severity: FindingSeverity;
  /** The kind of the object: `Service`. */
  readonly kind: string;
  /** The namespace of the object; "default" where nothing names one. */
  readonly namespaceName: string;
  /** The name of the object. */
  readonly name: string;
  /** What is wrong, in one sentence that begins with the object. */
  readonly message: string;
  /** The field, as it stands in the object: `spec.ports[0].targetPort`. */
  readonly at: string;
  /** What happens in the cluster. */
  readonly why: string;
  /** What to do, with a concrete value. */
  readonly fix: string;
  /** The page that states the rule. */
  readonly see: string;
  /** The path of the construct that made the object; absent for manifests. */
  readonly constructPath?: string;
  /** The file that the object is in, "-" for standard input; absent for apps. */
  readonly file?: string;
  /** The line of the field, from 1; absent for apps. */
  readonly line?: number;
}

/** A finding as users see it. */
export function describeFinding({ check, severity, object, path, fact, why, fix, see }: Finding): NetworkFinding {
  const { constructPath, file, placeOf } = object.origin;
  return {
    check,
    severity: severity as FindingSeverity,
    kind: object.kind,
    namespaceName: object.namespace,
    name: object.name,
    message: `${nodeText(object)} ${fact}`,
    at: pathText(path),
    why,
    fix,
    see,
    ...constructPath === undefined ? {} : { constructPath },
    ...file === undefined ? {} : { file, line: placeOf(path)?.line },
  };
}
