import type { ApiObjectMetadata } from 'cdk8s';
import type { KubernetesVersion } from '../values/kubernetes-version';

/** What every construct of this library takes. */
export interface ObjectProps {
  /**
   * Metadata of the object.
   *
   * @default - the name is the construct id in kebab case ("OrdersDb" becomes "orders-db"), the namespace the chart's
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * The version that the object is for.
   *
   * @default - the version set with `KubernetesVersion.useIn` on the nearest parent, else 1.27
   */
  readonly kubernetesVersion?: KubernetesVersion;
}
