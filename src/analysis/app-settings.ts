import type { FailOn } from './fail-on';
import type { Severity } from '../findings/severity';
import type { Suppression } from '../findings/suppression';
import type { KubernetesVersion } from '../values/kubernetes-version';

/** What the analysis of an app is told, once it is found to be right. */
export interface AppSettings {
  /** In place of the versions that the objects were made for. */
  readonly kubernetesVersion?: KubernetesVersion;
  readonly failOn?: FailOn;
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
  readonly suppressions?: readonly Suppression[];
  /** Leaves out the checks whose findings are never that grave. */
  readonly atLeast?: Severity;
}
