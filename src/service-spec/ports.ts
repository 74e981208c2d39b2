import type { Inspection } from './inspection';
import { checkDistinct } from './port-conflicts';
import type { NodePortServicePortOptions } from './service-port';
import { capabilityFault } from '../values/capability-fault';
import { parseDnsLabel } from '../values/dns-name';
import { parseQualifiedName } from '../values/label';
import { parsePort } from '../values/port';
import { parsePortName } from '../values/port-name';
import { Protocol } from '../values/protocol';

/** A port as it stands in `spec.ports`. */
export interface RenderedPort {
  readonly name?: string;
  readonly port: number;
  readonly targetPort: number | string;
  readonly protocol: Protocol;
  readonly nodePort?: number;
  readonly appProtocol?: string;
}

/** `spec.ports`, every port named as soon as there are several. */
export function renderPorts(ports: readonly NodePortServicePortOptions[], inspection: Inspection): RenderedPort[] {
  const rendered = ports.map((port, index) => renderPort(port, `ports[${index}]`, ports.length > 1, inspection));
  checkDistinct(rendered, inspection.problems);
  return rendered;
}

/** A Service with a virtual address needs at least one port. */
export function checkSomePort(ports: readonly NodePortServicePortOptions[], { problems }: Inspection): void {
  if (ports.length > 0) return;
  problems.add('ports', {
    fact: 'there is no port',
    why: 'only headless and ExternalName Services may have none; the API server refuses others',
    fix: 'give the port that clients connect to, for example { servicePort: 5432 }',
    see: 'https://kubernetes.io/docs/concepts/services-networking/service/#multi-port-services',
  });
}

function renderPort(port: NodePortServicePortOptions, at: string, several: boolean, inspection: Inspection): RenderedPort {
  const { problems } = inspection;
  const protocol = port.protocol ?? Protocol.TCP;
  problems.parse(`${at}.servicePort`, parsePort, port.servicePort);
  problems.parseOptional(`${at}.name`, parseDnsLabel, port.name);
  checkVersioned(port, at, inspection);
  return {
    name: port.name ?? (several ? `${protocol.toLowerCase()}-${port.servicePort}` : undefined),
    port: port.servicePort,
    targetPort: renderTargetPort(port, at, inspection),
    protocol,
    nodePort: problems.parseOptional(`${at}.nodePort`, parsePort, port.nodePort),
    appProtocol: problems.parseOptional(`${at}.appProtocol`, parseQualifiedName, port.appProtocol),
  };
}

function renderTargetPort(port: NodePortServicePortOptions, at: string, { problems }: Inspection): number | string {
  problems.parseOptional(`${at}.targetPort`, parsePort, port.targetPort);
  problems.parseOptional(`${at}.targetPortName`, parsePortName, port.targetPortName);
  if (port.targetPort !== undefined && port.targetPortName !== undefined) {
    problems.add(`${at}.targetPortName`, {
      fact: `targetPort ${port.targetPort} and targetPortName "${port.targetPortName}" are both given`,
      why: 'the Service sends to one of them; which one would be a guess',
      fix: `keep targetPortName: '${port.targetPortName}' when every selected container names its port, else keep the number`,
      see: 'https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports',
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
