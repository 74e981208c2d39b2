import type { Problems } from '../problems/problems';
import type { KubernetesVersion } from '../values/kubernetes-version';

/** What every renderer of a field needs: the target, and where to report what is wrong. */
export interface Inspection {
  readonly version: KubernetesVersion;
  readonly problems: Problems;
  /** The namespace that the object will be in, where the metadata or the chart says it. */
  readonly namespace?: string;
}

/** Part of the spec of an object. */
export type Fields = Readonly<Record<string, unknown>>;
