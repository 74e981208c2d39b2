import { textsAt } from '../../kube/field';
import type { Network } from '../../model/network';
import { oncePerNetwork } from '../../model/once-per-network';
import type { WorkloadNode } from '../../model/workload-node';

const INJECT = 'sidecar.istio.io/inject';

/** Whether Istio puts a proxy into the Pods, as the workload or its namespace says. https://istio.io/latest/docs/setup/additional-setup/sidecar-injection/ */
export function isInSidecarMesh({ podLabels, object, podSpecPath, namespace }: WorkloadNode, network: Network): boolean {
  const annotations = textsAt(object, ...podSpecPath.slice(0, -1), 'metadata', 'annotations');
  const wanted = podLabels[INJECT] ?? annotations[INJECT];
  return wanted === undefined ? Object.hasOwn(podLabels, 'istio.io/rev') || meshedNamespaces(network).has(namespace) : wanted === 'true';
}

const meshedNamespaces = oncePerNetwork((network) => new Set(network.ofKind('', 'Namespace')
  .filter(({ labels }) => labels['istio-injection'] === 'enabled' || (labels['istio-injection'] === undefined && Object.hasOwn(labels, 'istio.io/rev')))
  .map(({ name }) => name)));
