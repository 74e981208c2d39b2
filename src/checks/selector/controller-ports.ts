import { CONTROLLER_TYPES } from '../../data-planes/controller-types';
import { textsAt } from '../../kube/field';
import type { Network } from '../../model/network';
import { oncePerNetwork } from '../../model/once-per-network';
import type { ServiceNode } from '../../model/service-node';
import { Protocol } from '../../values/protocol';

/**
 * Whether a Service has only ports that a ConfigMap of a controller beside it opens: it adds them by server-side apply to the
 * Service of a controller that someone else deploys, and the selector is that one's.
 *
 * @see https://kubernetes.io/docs/reference/using-api/server-side-apply/
 */
export function addsControllerPorts({ namespace, ports }: ServiceNode, network: Network): boolean {
  const opened = openedPorts(network).get(namespace);
  return opened !== undefined && ports.length > 0 && ports.every(({ port }) => port !== undefined && opened.has(port));
}

const openedPorts = oncePerNetwork((network) => {
  const byNamespace = new Map<string, Set<number>>();
  for (const { object, namespace } of network.ofKind('', 'ConfigMap')) {
    for (const [key, value] of Object.entries(textsAt(object, 'data'))) {
      const forward = CONTROLLER_TYPES.map(({ grammar }) => grammar.parseEntry({ key, value }, Protocol.TCP)).find((parsed) => parsed !== undefined);
      if (forward) byNamespace.set(namespace, (byNamespace.get(namespace) ?? new Set()).add(forward.listenPort));
    }
  }
  return byNamespace;
});
