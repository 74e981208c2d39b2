import type { Inspection } from './inspection';
import { checkDistinct } from './port-conflicts';
import type { RenderedPort } from './rendered-port';
import type { NodePortServicePortOptions } from './service-port';
import { reject } from '../problems/rejection';
import { capabilityFault } from '../values/capability-fault';
import { choiceOf } from '../values/choice';
import { parseDnsLabel } from '../values/dns-name';
import { parseQualifiedName } from '../values/label';
import { parseList } from '../values/list';
import { parsePort } from '../values/port';
import { parsePortName } from '../values/port-name';
import { Protocol } from '../values/protocol';
import { isNot, shown } from '../values/shown';

export type { RenderedPort };

/** `spec.ports`, every port named as soon as there are several. */
export function renderPorts(ports: readonly NodePortServicePortOptions[] | undefined, inspection: Inspection): RenderedPort[] {
  const { problems } = inspection;
  const list = problems.parseOptional('ports', parseList<NodePortServicePortOptions>, ports) ?? [];
  const rendered = list.map((port, index) => {
    const at = `ports[${index}]`;
    return problems.parse(at, parsePortOptions, port) && renderPort(port, at, list.length > 1, inspection);
  });
  const wellFormed = rendered.filter((port) => port !== undefined);
  if (wellFormed.length === list.length) checkDistinct(wellFormed, problems);
  return wellFormed;
}

/** The ports that are ports at all, for those who read them beside what `renderPorts` reports. */
export function wellFormedPorts<T extends object>(ports: readonly T[]): T[] {
  return Array.isArray(ports) ? ports.filter((port) => typeof port === 'object' && port !== null) : [];
}

/** A Service with a virtual address needs at least one port. */
export function checkSomePort(ports: readonly NodePortServicePortOptions[] | undefined, { problems }: Inspection): void {
  if (ports !== undefined && (!Array.isArray(ports) || ports.length > 0)) return;
  problems.add('ports', {
    fact: 'there is no port',
    why: 'only headless and ExternalName Services may have none; the API server refuses others',
    fix: 'give the port that clients connect to, for example { servicePort: 5432 }',
    see: 'https://kubernetes.io/docs/concepts/services-networking/service/#multi-port-services',
  });
}

function renderPort(port: NodePortServicePortOptions, at: string, several: boolean, inspection: Inspection): RenderedPort {
  const { problems } = inspection;
  const protocol = problems.parseOptional(`${at}.protocol`, parseProtocol, port.protocol) ?? Protocol.TCP;
  const servicePort = problems.parse(`${at}.servicePort`, parsePort, port.servicePort);
  problems.parseOptional(`${at}.name`, parseDnsLabel, port.name);
  checkVersioned(port, at, inspection);
  return {
    name: port.name ?? (several && servicePort !== undefined ? `${protocol.toLowerCase()}-${servicePort}` : undefined),
    port: servicePort ?? NO_PORT,
    targetPort: renderTargetPort(port, at, inspection),
    protocol,
    nodePort: problems.parseOptional(`${at}.nodePort`, parseNodePort, port.nodePort),
    appProtocol: problems.parseOptional(`${at}.appProtocol`, parseQualifiedName, port.appProtocol),
  };
}

/** Stands for a port that was refused, where the others are still looked at. */
const NO_PORT = 0;

const SEE = 'https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports';
const parseProtocol = choiceOf('Protocol', Protocol, SEE);

function parsePortOptions(port: NodePortServicePortOptions): NodePortServicePortOptions {
  if (typeof port === 'object' && port !== null) return port;
  return reject({
    fact: isNot(port, 'a port of a Service'),
    why: 'a port has a servicePort and may have a targetPort, a name and a protocol',
    fix: `write { servicePort: ${/^[1-9]\d{0,4}$/.test(shown(port)) ? shown(port) : 5432} }`,
    see: SEE,
  });
}

function parseTargetPort(targetPort: number): number {
  const isName = typeof targetPort === 'string' && /[a-z]/i.test(targetPort);
  return isName ? rejectTargetPortName(targetPort) : parsePort(targetPort);
}

function rejectTargetPortName(targetPort: string): never {
  return reject({
    fact: `${shown(targetPort)} is a name and no port number`,
    why: 'a name is looked up in each Pod; it has a property of its own',
    fix: `write targetPortName: ${shown(targetPort)} instead of targetPort`,
    see: SEE,
  });
}

function parseNodePort(nodePort: number): number {
  return parsePort(nodePort, 30000);
}

function renderTargetPort(port: NodePortServicePortOptions, at: string, { problems }: Inspection): number | string {
  problems.parseOptional(`${at}.targetPort`, parseTargetPort, port.targetPort);
  problems.parseOptional(`${at}.targetPortName`, parsePortName, port.targetPortName);
  if (port.targetPort !== undefined && port.targetPortName !== undefined) {
    problems.add(`${at}.targetPortName`, {
      fact: `targetPort ${port.targetPort} and targetPortName "${port.targetPortName}" are both given`,
      why: 'the Service sends to one of them; which one would be a guess',
      fix: `keep targetPortName: '${port.targetPortName}' when every selected container names its port, else keep the number`,
      see: SEE,
    });
  }
  return port.targetPortName ?? port.targetPort ?? port.servicePort;
}

function checkVersioned(port: NodePortServicePortOptions, at: string, { problems, version }: Inspection): void {
  const appProtocol = port.appProtocol === undefined ? undefined : capabilityFault('appProtocol', version, 'leave appProtocol out');
  if (appProtocol) problems.add(`${at}.appProtocol`, appProtocol);
  const sctp = port.protocol === Protocol.SCTP ? capabilityFault('SCTP', version, 'publish the port over TCP') : undefined;
  if (sctp) problems.add(`${at}.protocol`, sctp);
}
