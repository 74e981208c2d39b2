import type { RenderedPort } from './rendered-port';
import { nextFreePort } from '../model/forward';
import type { Fault } from '../problems/problem';
import type { Problems } from '../problems/problems';

const SEE = 'https://kubernetes.io/docs/concepts/services-networking/service/#multi-port-services';

/** Names, listening ports and node ports are unique within a Service. */
export function checkDistinct(ports: readonly RenderedPort[], problems: Problems): void {
  if (ports.length < 2) return;
  const pairs = new Set<string>();
  const isRepeatedPair = ({ port, protocol }: RenderedPort) => pairs.size === pairs.add(`${port}/${protocol}`).size;
  forEachRepeat(ports, (port) => isRepeatedPair(port) ? undefined : port.name, (port, first, at) => problems.add(`${at}.name`, {
    fact: `port name "${port.name}" is already the name of ports[${first}]`,
    why: 'endpoints are joined to a Service by port name; the API server refuses a name twice',
    fix: `rename it, for example to "${port.name?.slice(0, 57)}-${port.port}"`,
    see: SEE,
  }));
  forEachRepeat(ports, ({ port, protocol }) => port && `${port}/${protocol}`, (port, first, at) => problems.add(`${at}.servicePort`, {
    fact: `${port.port}/${port.protocol} is already the port of ports[${first}]`,
    why: 'a port leads to one place; the API server refuses a pair of port and protocol twice',
    fix: `give ports[${first}] or this one another servicePort, for example ${freePort(port, ports)}`,
    see: SEE,
  }));
  forEachRepeat(ports, ({ port, nodePort }) => port && nodePort && `${nodePort}`, (port, first, at) => {
    if (!canShareNodePort(port, ports[first])) problems.add(`${at}.nodePort`, nodePortTaken(port, first));
  });
}

function freePort({ port, protocol }: RenderedPort, ports: readonly RenderedPort[]): number {
  return nextFreePort(port, (candidate) => ports.some((other) => other.port === candidate && other.protocol === protocol));
}

// https://github.com/kubernetes/kubernetes/blob/v1.33.0/pkg/registry/core/service/storage/alloc.go
function canShareNodePort(one: RenderedPort, other: RenderedPort): boolean {
  return one.port === other.port && one.protocol !== other.protocol;
}

function nodePortTaken({ nodePort, protocol }: RenderedPort, first: number): Fault {
  return {
    fact: `node port ${nodePort}/${protocol} is already taken by ports[${first}]`,
    why: 'a node port belongs to one servicePort, which may have several protocols; the API server creates no Service with a second one',
    fix: 'give one of them another number from 30000 to 30085, or leave nodePort out to have it allocated',
    see: 'https://kubernetes.io/docs/concepts/services-networking/service/#type-nodeport',
  };
}

type Key = string | 0 | undefined;

function forEachRepeat(
  ports: readonly RenderedPort[],
  keyOf: (port: RenderedPort) => Key,
  report: (port: RenderedPort, first: number, at: string) => void,
): void {
  const firstAt = new Map<Key, number>();
  ports.forEach((port, index) => {
    const key = keyOf(port);
    const first = firstAt.get(key);
    if (!key) return;
    if (first === undefined) firstAt.set(key, index);
    else report(port, first, `ports[${index}]`);
  });
}
