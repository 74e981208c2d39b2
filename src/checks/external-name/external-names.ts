import { isPlaceholder } from '../../kube/placeholder';
import type { Network } from '../../model/network';
import { isHelmHook } from '../../model/object-node';
import { oncePerNetwork } from '../../model/once-per-network';
import type { ServiceNode } from '../../model/service-node';
import { servicesOfType } from '../../model/services-with';

/** A Service of type ExternalName whose name is written down. */
export interface ExternalNameNode extends ServiceNode {
  readonly externalName: string;
}

/** The Services that are an alias of another name. */
export const externalNames: (network: Network) => readonly ExternalNameNode[] = oncePerNetwork((network) => servicesOfType(network, 'ExternalName').filter(isExternalName));

function isExternalName(service: ServiceNode): service is ExternalNameNode {
  return typeof service.externalName === 'string' && !isPlaceholder(service.externalName) && !isHelmHook(service);
}

/** The name without the dot that may end it. */
export function hostOf({ externalName }: ExternalNameNode): string {
  return externalName.replace(/\.$/, '');
}

/**
 * Whether a proxy may use the Service without asking DNS: ingress-nginx and Traefik connect to what is written,
 * an address included, and to the targetPort.
 */
export function mayBeProxied({ namespace }: ServiceNode, network: Network): boolean {
  return proxiedNamespaces(network).has(namespace);
}

const proxiedNamespaces = oncePerNetwork((network) => (
  new Set(network.ofKinds(({ kind }) => ROUTING.test(kind)).map(({ namespace }) => namespace))
));

const ROUTING = /^(Ingress|HTTPProxy|VirtualService|TransportServer|VirtualServer|Mapping|TCPMapping|Listener|Apisix.*|.*Route|.*Ingress)$/;
