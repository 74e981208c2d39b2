import { listAt, textAt } from '../../kube/field';
import { isPlaceholder } from '../../kube/placeholder';
import { gatewaysOf, listenerText, transportOf, type GatewayListenerNode, type GatewayNode } from '../../model/gateway-node';
import type { Network } from '../../model/network';
import { isHelmHook, nodeText } from '../../model/object-node';
import { servicePortText, type ServiceNode } from '../../model/service-node';
import type { Check } from '../check';

/** A Gateway that is served by a Service of ours listens on a port which that Service does not have. */
export const gatewayPortNotExposed: Check = {
  name: 'gateway-port-not-exposed',
  severity: 'warning',
  summary: 'A Gateway names the Service of its proxy as address, and listens on a port that this Service does not have.',
  why: 'Istio programs the proxy behind the Service and opens the ports of the Service only: the listener is not programmed and the port stays closed',
  see: 'https://istio.io/latest/docs/tasks/traffic-management/ingress/gateway-api/#manual-deployment',
  * run(network) {
    for (const gateway of gatewaysOf(network)) {
      if (isHelmHook(gateway) || !gateway.isReadable) continue;
      for (const { service, index } of proxiesOf(gateway, network)) {
        for (const listener of gateway.listeners.filter((candidate) => !isExposed(candidate, service))) {
          yield {
            object: gateway,
            path: [...listener.path, 'port'],
            fact: `listens as ${listenerText(listener)}, but ${nodeText(service)}, its address in spec.addresses[${index}], has ${portsText(service)}`,
            fix: `add port: ${listener.port} with protocol: ${transportOf(listener)} to spec.ports of ${nodeText(service)}`,
            related: [service],
          };
        }
      }
    }
  },
};

function proxiesOf(gateway: GatewayNode, network: Network): Array<{ readonly service: ServiceNode; readonly index: number }> {
  return listAt(gateway.object, 'spec', 'addresses').flatMap((address, index) => {
    const host = textAt(address, 'type') === 'Hostname' ? textAt(address, 'value') ?? '' : '';
    // https://github.com/istio/istio/blob/master/pilot/pkg/config/kube/gateway/conversion.go (a single label is a Service of the Gateway's namespace)
    const [name, namespace = gateway.namespace, domain = ''] = host.split('.');
    const service = host === name || domain === 'svc' ? network.service(namespace, name) : undefined;
    return service && isReadable(service) ? [{ service, index }] : [];
  });
}

function isReadable({ ports, type }: ServiceNode): boolean {
  return type !== 'ExternalName' && ports.length > 0 && ports.every(({ port, protocol }) => port !== undefined && !isPlaceholder(protocol));
}

function isExposed(listener: GatewayListenerNode, { ports }: ServiceNode): boolean {
  return ports.some(({ port, protocol }) => port === listener.port && protocol === transportOf(listener));
}

function portsText({ ports }: ServiceNode): string {
  const shown = ports.slice(0, SHOWN).map(servicePortText).join(', ');
  return ports.length > SHOWN ? `${shown} and ${ports.length - SHOWN} more` : shown;
}

const SHOWN = 5;
