import type { Network } from '../../model/network';
import { oncePerNetwork } from '../../model/once-per-network';
import type { ServiceNode } from '../../model/service-node';
import { applicationServices } from '../application-services';

/**
 * The Service that makes the kubelet put a variable such as `REDIS_PORT=tcp://10.0.0.11:6379` into every container of a namespace.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/service/#environment-variables
 */
export function injectorOf(variable: string, namespace: string, network: Network): ServiceNode | undefined {
  return injectors(network).get(`${namespace}/${variable}`);
}

const injectors = oncePerNetwork((network) => new Map(applicationServices(network).filter(hasClusterIp)
  .map((service): [string, ServiceNode] => [`${service.namespace}/${portVariable(service)}`, service])));

function hasClusterIp({ type, isHeadless, ports }: ServiceNode): boolean {
  return type !== 'ExternalName' && !isHeadless && ports.length > 0;
}

function portVariable({ name }: ServiceNode): string {
  return `${name.toUpperCase().replaceAll('-', '_')}_PORT`;
}
