import type { StreamProtocol } from '../data-planes/controller/stream-grammar';
import type { KubernetesVersion } from '../values/kubernetes-version';
import type { Target } from './target/target';

/** What a migration is told beside the input. */
export interface MigrationSettings {
  readonly target: Target;
  readonly kubernetesVersion?: KubernetesVersion;
  /** The namespace of objects that name none, and of the Helm release. */
  readonly defaultNamespace?: string;
  /** The ingress-nginx that is meant, where there are several: the name of its workload, or `namespace/name`. */
  readonly controller?: string;
  /** The Service of the controller that is taken over, where there are several. */
  readonly service?: string;
  /** The ConfigMaps with the entries as `namespace/name`, where nothing in the input names them. */
  readonly configMaps?: Readonly<Partial<Record<StreamProtocol, string>>>;
}
