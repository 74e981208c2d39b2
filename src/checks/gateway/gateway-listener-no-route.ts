import { attachmentsOf } from '../../model/attachment';
import { gatewaysOf, listenerText, type GatewayListenerNode } from '../../model/gateway-node';
import { isHelmHook, type ObjectNode } from '../../model/object-node';
import { routesOf } from '../../model/route-node';
import type { Check } from '../check';

/** A listener to which no route attaches, beside others to which some do. */
export const gatewayListenerNoRoute: Check = {
  name: 'gateway-listener-no-route',
  severity: 'info',
  summary: 'A listener for TCP or UDP has no route, while other listeners of its Gateway have some.',
  why: 'nothing answers on the port: some controllers do not even open it',
  see: 'https://gateway-api.sigs.k8s.io/reference/spec/#listener',
  * run(network) {
    if (network.circumstances.unreadable.length > 0 || routesOf(network).some(({ parents }) => parents.some(({ isKnown }) => !isKnown))) return;
    const attachments = attachmentsOf(network);
    const served = new Set<GatewayListenerNode>(attachments.flatMap(({ listeners }) => listeners));
    const parents = new Set<ObjectNode>(attachments.map(({ parent }) => parent));
    for (const gateway of gatewaysOf(network)) {
      if (isHelmHook(gateway) || !parents.has(gateway)) continue;
      for (const listener of gateway.listeners) {
        if (!isPrivate(listener) || served.has(listener)) continue;
        const kind = `${listener.protocol}Route`;
        yield {
          object: gateway,
          path: listener.path,
          fact: `listens as ${listenerText(listener)}, and no ${kind} among the objects attaches to it`,
          fix: `add a ${kind} in namespace ${gateway.namespace} with sectionName: ${listener.name}, or remove the listener`,
        };
      }
    }
  },
};

/** Whether all routes that may attach are of the Gateway's own namespace. */
function isPrivate({ protocol, admission }: GatewayListenerNode): boolean {
  return (protocol === 'TCP' || protocol === 'UDP') && admission.from === 'Same';
}
