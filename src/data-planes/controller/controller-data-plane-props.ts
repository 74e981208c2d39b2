import type { NodePortRange } from '../../service-spec/node-port-range';
import type { KubernetesVersion } from '../../values/kubernetes-version';

/** Properties of every `ControllerDataPlane`. */
export interface ControllerDataPlaneProps {
  /**
   * Whether the output is applied with `kubectl apply --server-side`, as Argo CD and Flux can too.
   *
   * A client-side apply cannot keep TCP and UDP on one port number apart, so that is refused without it.
   *
   * @default - true for a controller that someone else deploys, which needs it, else false
   */
  readonly serverSideApply?: boolean;

  /**
   * The range that the cluster allocates node ports from.
   *
   * @default - 30000 to 32767
   */
  readonly nodePortRange?: NodePortRange;

  /**
   * The version that the output is for.
   *
   * @default - the version set with `KubernetesVersion.useIn` on the nearest parent, else 1.27
   */
  readonly kubernetesVersion?: KubernetesVersion;
}
