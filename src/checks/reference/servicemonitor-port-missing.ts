import { servicesSelected } from './labelled-services';
import { monitorsOf, portNameOf, type MonitoredPort, type MonitorNode } from './monitors';
import { operatorOver } from './operator-over';
import { isPlaceholder } from '../../kube/placeholder';
import { nodeText, type ObjectNode } from '../../model/object-node';
import { portNumberText, type ServiceNode, type ServicePortNode, servicePortText } from '../../model/service-node';
import { isTypingMistake, similarName } from '../../values/similar-name';
import type { Check, Verdict } from '../check';

/** A ServiceMonitor names a port that none of its Services has. */
export const servicemonitorPortMissing: Check = {
  name: 'servicemonitor-port-missing',
  severity: 'warning',
  summary: 'A ServiceMonitor scrapes a port by a name that no port of its Services has.',
  why: 'Prometheus keeps targets by the name of the Service port, not by its number or targetPort: it drops all of them',
  see: 'https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.Endpoint',
  * run(network) {
    for (const monitor of monitorsOf('ServiceMonitor', network)) {
      const services = servicesSelected(monitor, network);
      if (services.length === 0 || !services.every(isReadable)) continue;
      for (const endpoint of monitor.endpoints) yield* verdictsOn(monitor, endpoint, services, operatorOver(monitor, network));
    }
  },
};

/** The ports of endpoints that are written by hand have names of their own. */
function isReadable({ selector, ports }: ServiceNode): boolean {
  return selector !== undefined && ports.length > 0 && !ports.some(({ name }) => isPlaceholder(name));
}

function* verdictsOn({ node }: MonitorNode, endpoint: MonitoredPort, services: readonly ServiceNode[], operator?: ObjectNode): Iterable<Verdict> {
  const wanted = portNameOf(endpoint);
  if (wanted === undefined || services.some(({ ports }) => ports.some(({ name }) => name === wanted))) return;
  const shown = services.slice(0, 3).map((service) => `${nodeText(service)} has ${service.ports.map(portText).join(', ')}`).join('; ');
  const isSlip = services.some(({ ports }) => ports.some(({ name = '' }) => isTypingMistake(wanted, name)));
  if (operator && !isSlip) return yield { object: node, cannotTell: `the operator of ${nodeText(operator)} may make Services with the port "${wanted}"` };
  yield {
    object: node,
    path: [...endpoint.path, 'port'],
    fact: `scrapes the port "${wanted}", but ${shown}${services.length > 3 ? `; ${services.length - 3} more have none of that name` : ''}`,
    fix: fixFor(wanted, services),
    related: services.slice(0, 3),
  };
}

function portText(port: ServicePortNode): string {
  return `${port.name ? `"${port.name}" ` : ''}${servicePortText(port)}${port.name ? '' : ' without a name'}`;
}

function fixFor(wanted: string, services: readonly ServiceNode[]): string {
  const ports = services.flatMap((service) => service.ports.map((port) => ({ service, port })));
  const meant = ports.find(({ port }) => [String(port.targetPort), String(port.port)].includes(wanted))
    ?? ports.find(({ port }) => port.name !== undefined && port.name === similarName(wanted, [port.name]))
    ?? (ports.length === 1 ? ports[0] : undefined);
  if (!meant) return `write port: ${ports.flatMap(({ port }) => port.name ?? []).join(' or ') || 'and a name that you give to the port of the Service'}`;
  if (meant.port.name) return `write port: ${meant.port.name}`;
  const name = /^\d+$/.test(wanted) ? 'metrics' : wanted;
  return `add name: ${name} to port ${portNumberText(meant.port)} of ${nodeText(meant.service)}${name === wanted ? '' : `, and write port: ${name} here`}`;
}
