import { nextFreePort } from '../model/forward';
import type { Inspection } from '../service-spec/inspection';
import { capabilityFault } from '../values/capability-fault';
import { choiceOf } from '../values/choice';
import { parseList } from '../values/list';
import { parsePort } from '../values/port';
import { parsePortName } from '../values/port-name';
import { Protocol } from '../values/protocol';
import { structLike } from '../values/struct';

/** A port on which the containers of a `TcpStatefulSet` listen. */
export interface TcpStatefulSetPort {
  /** Its name, by which Services find it in each Pod: at most 15 of `a-z 0-9 -`, at least one of them a letter. */
  readonly name: string;

  /** The port that the container listens on: 1-65535. */
  readonly targetPort: number;

  /**
   * The transport protocol.
   *
   * @default Protocol.TCP
   */
  readonly protocol?: Protocol;
}

const SEE = 'https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports';

/** The container ports, each with its name and its protocol. */
export function parseNamedPorts(ports: readonly TcpStatefulSetPort[] | undefined, inspection: Inspection): Required<TcpStatefulSetPort>[] {
  const { problems } = inspection;
  const list = problems.parse('ports', parseList<TcpStatefulSetPort>, ports ?? []) ?? [];
  if (Array.isArray(ports ?? []) && list.length === 0) problems.add('ports', NO_PORT);
  const parsed = list.map((port, index) => parseNamedPort(port, `ports[${index}]`, inspection));
  const named = parsed.filter((port) => port !== undefined);
  if (named.length === list.length) checkDistinct(named, inspection);
  return named;
}

const NO_PORT = {
  fact: 'there is no port',
  why: 'the Pods would have nothing to connect to, and the governing Service no port to name',
  fix: 'give the port that the container listens on, for example { name: \'sql\', targetPort: 5432 }',
  see: SEE,
};

const parseProtocol = choiceOf('Protocol', Protocol, SEE);

function parseNamedPort(port: TcpStatefulSetPort, at: string, { problems, version }: Inspection): Required<TcpStatefulSetPort> | undefined {
  if (!problems.parse(at, structLike<TcpStatefulSetPort>('{ name: \'sql\', targetPort: 5432 }'), port)) return undefined;
  const name = problems.parse(`${at}.name`, parsePortName, port.name) ?? '';
  const targetPort = problems.parse(`${at}.targetPort`, parsePort, port.targetPort) ?? 0;
  const protocol = problems.parse(`${at}.protocol`, parseProtocol, port.protocol ?? Protocol.TCP) ?? Protocol.TCP;
  const fault = protocol === Protocol.SCTP ? capabilityFault('SCTP', version, 'listen on TCP') : undefined;
  if (fault) problems.add(`${at}.protocol`, fault);
  return { name, targetPort, protocol };
}

function checkDistinct(ports: readonly Required<TcpStatefulSetPort>[], { problems }: Inspection): void {
  ports.forEach(({ name, targetPort, protocol }, index) => {
    const sameName = ports.findIndex((port) => port.name === name);
    const samePort = ports.findIndex((port) => port.targetPort === targetPort && port.protocol === protocol);
    if (sameName < index && name) {
      problems.add(`ports[${index}].name`, {
        fact: `port name "${name}" is already the name of ports[${sameName}]`,
        why: 'a Service looks a port up by name in each Pod; the API server refuses a name twice in a container',
        fix: `rename it, for example to "${name.slice(0, 9)}-${targetPort}"`.replace('--', '-'),
        see: SEE,
      });
    }
    if (samePort < index && targetPort) {
      problems.add(`ports[${index}].targetPort`, {
        fact: `${targetPort}/${protocol} is already the port of ports[${samePort}]`,
        why: 'a container listens once on a port; the governing Service would have it twice, which the API server refuses',
        fix: `give ports[${samePort}] or this one another targetPort, for example ${freePort(ports[index], ports)}, or remove one`,
        see: SEE,
      });
    }
  });
}

function freePort({ targetPort, protocol }: TcpStatefulSetPort, ports: readonly TcpStatefulSetPort[]): number {
  return nextFreePort(targetPort, (candidate) => ports.some((other) => other.targetPort === candidate && other.protocol === protocol));
}
