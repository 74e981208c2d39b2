import { fieldAt, listAt, textAt } from '../kube/field';
import type { DataPlaneForward } from '../model/data-plane-forward';
import { addressesOf as gatewayAddresses, gatewaysOf, type GatewayNode } from '../model/gateway-node';
import type { Network } from '../model/network';
import type { ServiceNode } from '../model/service-node';

/** The data plane of that name, if one listens anywhere. */
export function dataPlaneNamed(target: string, network: Network, listeners: readonly DataPlaneForward[]): string | undefined {
  return servicesNamed(target, network).length > 0 ? undefined : listeners.find(({ dataPlane }) => dataPlane === target)?.dataPlane;
}

/** The Gateways that `gateway/namespace/name` or an address stands for. */
export function gatewaysNamed(target: string, network: Network): readonly GatewayNode[] {
  const [kind, namespace, name, ...rest] = target.split('/');
  if (name === undefined) return gatewaysOf(network).filter((gateway) => gatewayAddresses(gateway).includes(target));
  return kind.toLowerCase() === 'gateway' && rest.length === 0 ? gatewaysOf(network).filter((gateway) => gateway.namespace === namespace && gateway.name === name) : [];
}

/** The Services that a name or an address stands for. */
export function servicesNamed(target: string, { services, circumstances }: Network): ServiceNode[] {
  const [first, second, third] = target.split('/');
  if (third !== undefined) return [];
  if (second !== undefined) return services.filter(({ namespace, name }) => namespace === first && name === second);
  const named = services.filter(({ namespace, name }) => target === name || target === `${name}.${namespace}` || target.startsWith(`${name}.${namespace}.svc`));
  const near = named.filter(({ namespace }) => namespace === circumstances.defaultNamespace);
  if (named.length > 0) return near.length > 0 ? near : named;
  return services.filter((service) => addressesOf(service).includes(target));
}

/** The addresses by which clients reach a Service, as far as manifests say them. */
export function addressesOf({ object }: ServiceNode): string[] {
  const ingress = listAt(object, 'status', 'loadBalancer', 'ingress');
  const candidates = [
    textAt(object, 'spec', 'clusterIP'), ...listAt(object, 'spec', 'clusterIPs'), ...listAt(object, 'spec', 'externalIPs'), textAt(object, 'spec', 'loadBalancerIP'),
    ...ingress.flatMap((entry) => [fieldAt(entry, 'ip'), fieldAt(entry, 'hostname')]),
  ];
  return candidates.filter((candidate): candidate is string => typeof candidate === 'string' && candidate !== 'None');
}
