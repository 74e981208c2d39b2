import { selectorlessServices } from './hand-made-endpoints';
import type { EndpointsNode } from '../../model/endpoints-node';
import type { Network } from '../../model/network';
import { oncePerNetwork } from '../../model/once-per-network';
import type { ServiceNode } from '../../model/service-node';
import { similarName } from '../../values/similar-name';

/** A Service that endpoints were probably meant for; certain where name and ports both say so. */
export interface MeantService {
  readonly service: ServiceNode;
  readonly isCertain: boolean;
}

/**
 * The Service that endpoints were meant for, where they belong to none: one without selector and endpoints, in the same
 * namespace with a similar name or the same ports, or in another namespace with the same name.
 */
export function meantService(endpoints: EndpointsNode, network: Network): MeantService | undefined {
  if (network.circumstances.unreadable.length > 0) return undefined;
  const { byNamespace, byName } = bare(network);
  const near = byNamespace.get(endpoints.namespace) ?? [];
  if (near.length > TOO_MANY) return undefined;
  const similar = similarService(endpoints, near);
  if (similar) return { service: similar, isCertain: fits(endpoints, similar) };
  const fitting = only(near.filter((service) => fits(endpoints, service)));
  return fitting ? { service: fitting, isCertain: false } : inOtherNamespace(endpoints, only(byName.get(endpoints.serviceName ?? '') ?? []));
}

/** With `kubectl apply -n` both may land in one namespace, unless both name theirs. */
function inOtherNamespace(endpoints: EndpointsNode, service: ServiceNode | undefined): MeantService | undefined {
  return service && { service, isCertain: endpoints.isNamespaceGiven && service.isNamespaceGiven && fits(endpoints, service) };
}

const TOO_MANY = 200;

function similarService({ serviceName, name }: EndpointsNode, services: readonly ServiceNode[]): ServiceNode | undefined {
  const wanted = serviceName ?? name;
  const withoutKind = wanted.replace(/-(endpoints?|eps?|endpointslice|slice)$/, '');
  const meant = services.some((service) => service.name === withoutKind) ? withoutKind : similarName(wanted, services.map((service) => service.name));
  return services.find((service) => service.name === meant);
}

const bare = oncePerNetwork((network) => {
  const byNamespace = new Map<string, ServiceNode[]>();
  const byName = new Map<string, ServiceNode[]>();
  for (const [service, endpoints] of selectorlessServices(network)) {
    if (endpoints.length > 0) continue;
    append(byNamespace, service.namespace, service);
    append(byName, service.name, service);
  }
  return { byNamespace, byName };
});

/** Whether a port is the same in name, protocol and number. */
function fits({ ports }: EndpointsNode, service: ServiceNode): boolean {
  return ports.some(({ name, port, protocol }) => port !== undefined && service.ports.some((other) => (other.name ?? '') === name
    && other.protocol === protocol && [other.targetPort, other.port].includes(port)));
}

function only<T>(items: readonly T[]): T | undefined {
  return items.length === 1 ? items[0] : undefined;
}

function append<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}
