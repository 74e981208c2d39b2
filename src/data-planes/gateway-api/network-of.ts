import type { KubeObject } from '../../kube/kube-object';
import { buildNetwork } from '../../model/build-network';
import type { Network } from '../../model/network';
import { KubernetesVersion } from '../../values/kubernetes-version';

/** The network of some objects. What is read of Gateways depends on no version of Kubernetes. */
export function networkOf(objects: readonly KubeObject[]): Network {
  const sourced = objects.map((object) => ({ object, origin: { placeOf: () => undefined } }));
  return buildNetwork(sourced, { version: KubernetesVersion.V1_27, defaultNamespace: 'default', unreadable: [] });
}
