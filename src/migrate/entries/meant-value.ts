import { isInteger } from '../../data-planes/ingress-nginx/stream-entry';
import { groupedBy } from '../../model/grouped-by';
import type { Network } from '../../model/network';
import { oncePerNetwork } from '../../model/once-per-network';
import type { ServiceNode } from '../../model/service-node';
import { isDnsLabel } from '../../values/dns-name';
import type { InputEntry } from '../input/installation';

/** What was probably meant by a value that is not read: the Service that it names, and a port that this Service has. */
export function meantValue({ key, value, protocol }: InputEntry, network: Network): string {
  const [service = '', port = '', ...words] = typeof value === 'string' ? value.replace(/\s/g, '').split(':') : [];
  const { namespace, name } = meantService(service, network);
  const servicePort = isPossiblePort(port) ? port : `${portOf(network.service(namespace, name), protocol, Number(key)) ?? Number(key)}`;
  return [`${namespace}/${name}`, servicePort, ...words].join(':');
}

/** Whether the controller could find a port by that text. */
export function isPossiblePort(text: string): boolean {
  return isInteger(text) ? Number(text) >= 1 && Number(text) <= 65535 : text !== '';
}

/** Where no namespace is given, the one of a Service of that name in the input. */
function meantService(text: string, network: Network): Pick<ServiceNode, 'namespace' | 'name'> {
  const parts = text.split('/').filter((part) => part !== '');
  const name = parts.pop() ?? '';
  const [namespace = byName(network).get(name)?.[0].namespace ?? 'shop'] = parts;
  return parts.length <= 1 && isDnsLabel(namespace) && isDnsLabel(name) && /^[a-z]/.test(name) ? { namespace, name } : { namespace: 'shop', name: 'orders' };
}

/** The number that clients connect to where the Service has it, else its first of the protocol. */
function portOf(service: ServiceNode | undefined, protocol: string, listenPort: number): number | undefined {
  const numbers = (service?.ports ?? []).flatMap((port) => port.protocol === protocol ? port.port ?? [] : []);
  return numbers.includes(listenPort) ? listenPort : numbers[0];
}

const byName = oncePerNetwork(({ services }) => groupedBy(services, ({ name }) => name));
