import { isUnsupported, limitedServiceOf, type LimitedService } from './implementations';
import { gatewaysOf, listenerSetsUnder, listenerText, type GatewayListenerNode, type GatewayNode } from '../../model/gateway-node';
import { admitsSet } from '../../model/listener-set-admission';
import { isHelmHook } from '../../model/object-node';
import type { Check, Problem } from '../check';

/** A listener is for a protocol that the controller of its Gateway does not forward. */
export const gatewayProtocolUnsupported: Check = {
  name: 'gateway-protocol-unsupported',
  severity: 'warning',
  summary: 'A listener is for TCP or UDP, which the controller of its GatewayClass does not forward.',
  why: 'the listener is not accepted (UnsupportedProtocol), or nothing answers on its port',
  see: 'https://gateway-api.sigs.k8s.io/implementations/',
  * run(network) {
    for (const gateway of gatewaysOf(network)) {
      const service = isHelmHook(gateway) ? undefined : limitedServiceOf(gateway, network);
      if (!service) continue;
      const sets = listenerSetsUnder(gateway, network).filter((set) => admitsSet(gateway, set, network) === 'taken');
      for (const owner of [gateway, ...sets]) {
        const listeners = owner.listeners.filter((listener) => isUnsupported(listener, service));
        yield* listeners.map((listener) => problemOf({ owner, listener }, gateway, service));
      }
    }
  },
};

interface Unsupported {
  readonly owner: GatewayNode;
  readonly listener: GatewayListenerNode;
}

function problemOf({ owner, listener }: Unsupported, gateway: GatewayNode, { name, gatewayClass }: LimitedService): Problem {
  return {
    object: owner,
    path: [...listener.path, 'protocol'],
    fact: `listens as ${listenerText(listener)}, and the class "${gateway.className}" is served by ${name}, which forwards no ${listener.protocol}`,
    fix: `use a GatewayClass whose controller supports ${listener.protocol}Route, or publish the port with a Service of type: LoadBalancer`,
    related: [...owner === gateway ? [] : [gateway], ...gatewayClass ? [gatewayClass] : []],
  };
}
