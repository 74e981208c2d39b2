import { isInteger } from './stream-entry';
import { isPlaceholder } from '../../kube/placeholder';
import { groupedBy } from '../../model/grouped-by';
import type { Network } from '../../model/network';
import { oncePerNetwork } from '../../model/once-per-network';
import type { ServiceNode, ServicePortNode } from '../../model/service-node';
import { isDnsLabel, isServiceName } from '../../values/dns-name';
import type { StreamProtocol } from '../controller/stream-grammar';

/** An entry as it stands there: its value is not always text. */
export interface WrittenEntry {
  readonly protocol: StreamProtocol;
  readonly key: string;
  readonly value: unknown;
}

/** What was probably meant by the value of an entry. */
export interface MeantValue {
  readonly value: string;
  /** Whether the text and the objects leave nothing else; else it is an example. */
  readonly isCertain: boolean;
}

/** What was meant by a value that is not read: the Service that it names, and a port that this Service has. */
export function meantValue({ key, value, protocol }: WrittenEntry, network: Network): MeantValue {
  const [service = '', port = '', ...words] = typeof value === 'string' ? value.replace(/\s/g, '').split(':') : [];
  const { namespace, name, isCertain } = meantService(service, network);
  const servicePort = meantPort(port, portsOf(network.service(namespace, name), protocol), Number(key));
  return { value: [`${namespace}/${name}`, servicePort.port, ...words].join(':'), isCertain: isCertain && servicePort.isCertain };
}

/** Whether the controller could find a port by that text. */
export function isPossiblePort(text: string): boolean {
  return isInteger(text) ? Number(text) >= 1 && Number(text) <= 65535 : text !== '';
}

type MeantService = Pick<ServiceNode, 'namespace' | 'name'> & Pick<MeantValue, 'isCertain'>;

const EXAMPLE: MeantService = { namespace: 'shop', name: 'orders', isCertain: false };

/** Where no namespace is given, the one of a Service of that name among the objects. */
function meantService(text: string, network: Network): MeantService {
  const parts = text.split('/').filter((part) => part !== '');
  const name = parts.pop() ?? '';
  const called = byName(network).get(name) ?? [];
  const [namespace = called[0]?.namespace ?? EXAMPLE.namespace] = parts;
  const isPossible = parts.length <= 1 && isDnsLabel(namespace) && isServiceName(name);
  return isPossible ? { namespace, name, isCertain: parts.length === 1 || called.length === 1 } : EXAMPLE;
}

interface MeantPort extends Pick<MeantValue, 'isCertain'> {
  readonly port: number | string;
}

/** The port that is written, where the Service has it or its ports are not known; else one that it has. */
function meantPort(text: string, ports: readonly NumberedPort[], listenPort: number): MeantPort {
  const numbers = ports.map(({ port }) => port);
  const isCalled = isInteger(text) ? ({ port }: NumberedPort) => port === Number(text) : ({ name }: NumberedPort) => name === text;
  const isThere = ports.length === 0 ? isPossiblePort(text) : ports.some(isCalled);
  if (isThere) return { port: text, isCertain: true };
  const behind = ports.find(({ targetPort }) => text !== '' && `${targetPort}` === text)?.port;
  const found = behind ?? (numbers.includes(listenPort) ? listenPort : undefined);
  return { port: found ?? numbers[0] ?? listenPort, isCertain: found !== undefined || numbers.length === 1 };
}

type NumberedPort = ServicePortNode & { readonly port: number };

/** The ports of a protocol, none where some are not known. */
function portsOf(service: ServiceNode | undefined, protocol: StreamProtocol): NumberedPort[] {
  const ports = service?.ports ?? [];
  const isKnown = (port: ServicePortNode): port is NumberedPort => port.port !== undefined && !isPlaceholder(port.name);
  return ports.every(isKnown) ? ports.filter((port) => port.protocol === protocol) : [];
}

const byName = oncePerNetwork(({ services }) => groupedBy(services, ({ name }) => name));
