import type { Check, Problem } from '../check';
import { leadsElsewhere } from './ingress-backends';
import { isPlaceholder } from '../../kube/placeholder';
import { ingressesOf, type IngressBackendNode, type IngressNode } from '../../model/ingress-node';
import { isHelmHook, nodeText } from '../../model/object-node';
import type { ServiceNode, ServicePortNode } from '../../model/service-node';

/** A backend of an Ingress names a port that its Service does not have. */
export const ingressPortMissing: Check = {
  name: 'ingress-port-missing',
  severity: 'error',
  summary: 'A backend of an Ingress names a port, by number or by name, that its Service does not have.',
  why: 'the controller finds no endpoints behind the port and answers every request with 503',
  see: 'https://kubernetes.io/docs/reference/kubernetes-api/service-resources/ingress-v1/#IngressBackend',
  * run(network) {
    for (const ingress of ingressesOf(network)) {
      if (isHelmHook(ingress)) continue;
      for (const backend of ingress.backends) {
        const service = backend.serviceName === undefined ? undefined : network.service(ingress.namespace, backend.serviceName);
        const problem = service && problemOf(ingress, backend, service);
        if (problem) yield problem;
      }
    }
  },
};

function problemOf(ingress: IngressNode, backend: IngressBackendNode, service: ServiceNode): Problem | undefined {
  const { port, portPath } = backend;
  if (port === undefined || !isReadable(backend, service) || has(service, port)) return undefined;
  const target = service.ports.find(({ targetPort }) => targetPort === port);
  const kind = typeof port === 'number' ? 'number' : 'name';
  const wanted = kind === 'number' ? `port ${port}` : `the port "${port}"`;
  return {
    object: ingress,
    path: ingress.isOldForm ? portPath : [...portPath, kind],
    fact: `sends to ${wanted} of ${nodeText(service)}, which has port ${portsOf(service)}${target ? `; ${port} is the targetPort of its port ${target.port}` : ''}`,
    fix: fixFor(ingress, kind, target ?? service.ports[0]),
    related: [service],
    ...(target ? ONLY_NGINX : {}),
  };
}

function has({ ports }: ServiceNode, wanted: number | string): boolean {
  return ports.some(({ port, name }) => (typeof wanted === 'number' ? port === wanted : name === wanted));
}

/** An ExternalName may be used without ports, and a Service whose ports are filled in later says nothing. */
function isReadable(backend: IngressBackendNode, { type, ports }: ServiceNode): boolean {
  if (isPlaceholder(backend.port) || leadsElsewhere(backend)) return false;
  return type !== 'ExternalName' && ports.length > 0 && ports.every(({ port, name }) => port !== undefined && !isPlaceholder(name));
}

// https://github.com/kubernetes/ingress-nginx/blob/controller-v1.15.1/internal/ingress/controller/controller.go (serviceEndpoints)
const ONLY_NGINX: Pick<Problem, 'severity' | 'why'> = {
  severity: 'warning',
  why: 'an Ingress names the port of the Service; ingress-nginx takes the targetPort too, every other controller answers with 503',
};

function portsOf({ ports }: ServiceNode): string {
  const shown = ports.slice(0, 5).map(({ port, name }) => (name === undefined ? `${port} without a name` : `${port} named "${name}"`));
  return `${shown.join(', ')}${ports.length > 5 ? ` and ${ports.length - 5} more` : ''}`;
}

function fixFor({ isOldForm }: IngressNode, kind: 'number' | 'name', { port, name }: ServicePortNode): string {
  if (isOldForm) return `write servicePort: ${kind === 'name' ? name ?? port : port}`;
  if (kind === 'number') return `write number: ${port}`;
  return name === undefined ? `write number: ${port} instead of the name` : `write name: ${name}`;
}
