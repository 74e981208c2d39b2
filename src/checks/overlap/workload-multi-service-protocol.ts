import { sharedMeshPorts, type Approach, type MeshPort } from './mesh-ports';
import { nodeText } from '../../model/object-node';
import { portNumberText, type ServicePortNode } from '../../model/service-node';
import type { Check, Problem } from '../check';

/** Two Services say two things of one port, and the proxy in the Pod has to choose. */
export const workloadMultiServiceProtocol: Check = {
  name: 'workload-multi-service-protocol',
  severity: 'warning',
  summary: 'Two Services lead to one port of a workload in an Istio mesh and declare different application protocols for it.',
  why: 'the proxy in the Pod has one listener per port: it speaks the protocol of one of the Services, and connections through the other break',
  see: 'https://istio.io/latest/docs/ops/deployment/application-requirements/',
  * run(network) {
    for (const port of sharedMeshPorts(network)) yield* problemOf(port);
  },
};

function* problemOf({ workload, containerPort, approaches }: MeshPort): Iterable<Problem> {
  const declared = approaches.filter(({ port }) => familyOf(port) !== undefined);
  const [first] = declared;
  const other = declared.find(({ port, service }) => service !== first.service && familyOf(port) !== familyOf(first.port));
  if (!other) return;
  yield {
    object: other.service,
    path: ['spec', 'ports', other.port.index, other.port.appProtocol === undefined ? 'name' : 'appProtocol'],
    fact: `port ${portNumberText(other.port)} declares ${said(other)} for port ${containerPort} of ${nodeText(workload)}, for which ${nodeText(first.service)} port ${portNumberText(first.port)} declares ${said(first)}`,
    fix: `set appProtocol: ${protocolOf(first.port)} in both, if that is what the server speaks`,
    related: [first.service, workload],
  };
}

function said({ port: { name, appProtocol } }: Approach): string {
  return appProtocol === undefined ? `name: ${name}` : `appProtocol: ${appProtocol}`;
}

function familyOf(port: ServicePortNode): string | undefined {
  return FAMILIES.get(protocolOf(port));
}

/** https://istio.io/latest/docs/ops/configuration/traffic-management/protocol-selection/ */
function protocolOf({ name = '', appProtocol }: ServicePortNode): string {
  return (appProtocol ?? name.split('-')[0]).toLowerCase();
}

/** What the proxy can take for one another. */
const FAMILIES = new Map([
  ['http', 'http'], ['http2', 'http'], ['grpc', 'http'], ['kubernetes.io/h2c', 'http'], ['kubernetes.io/ws', 'http'],
  ['https', 'tls'], ['tls', 'tls'],
  ['tcp', 'tcp'], ['mongo', 'tcp'], ['mysql', 'tcp'], ['redis', 'tcp'],
]);
