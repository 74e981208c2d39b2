import type { ForwardRule } from './entry-rule';
import { verdictOnAbsent } from '../../checks/ingress/absent-service';
import { isPlaceholder } from '../../kube/placeholder';
import { referenceText, type Forward } from '../../model/forward';
import { nodeText, objectNode } from '../../model/object-node';
import { servicePortText, type ServiceNode } from '../../model/service-node';
import { isPort } from '../../values/port';
import { shown } from '../../values/shown';

const GUIDE = 'https://kubernetes.github.io/ingress-nginx/user-guide/exposing-tcp-udp-services/';

/** A controller that watches one namespace sees no Service outside it. */
export const watchedBackend: ForwardRule = ({ backend }, { watched }) => watched === undefined || watched === backend.namespace ? undefined : {
  name: 'backend-unwatched',
  severity: 'warning',
  fact: `leads to namespace "${backend.namespace}", but the controller watches "${watched}" only`,
  why: 'the controller does not see the Service and keeps the port closed, so it was never open',
  fix: `remove --watch-namespace=${watched} from the controller in the input if the port is wanted, and run again`,
  see: 'https://github.com/kubernetes/ingress-nginx/issues/2593',
};

/** A Service that certainly is not there has no connections to lose. */
export const presentBackend: ForwardRule = (forward, { network }) => {
  const { namespace, name } = forward.backend;
  const verdict = verdictOnAbsent({
    object: objectNode({ object: CONTROLLER, origin: { placeOf: () => undefined } }, namespace), path: [], namespace, name, verb: 'leads to', mayCrossNamespaces: true,
  }, network);
  if (verdict === undefined || !('fact' in verdict) || verdict.severity === 'warning') return undefined;
  return {
    name: 'backend-missing',
    severity: 'warning',
    fact: verdict.fact,
    why: 'the controller skips the entry with a warning in its log, so the port was never open',
    fix: `${verdict.fix}, and run again`,
    see: GUIDE,
  };
};

// Whoever asks is in no namespace of the input.
const CONTROLLER = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'controller', namespace: 'ingress-nginx' } };

/** nginx connects to a name outside the cluster itself; a route leads to endpoints. */
export const endpointBackend: ForwardRule = ({ backend }, { network, target }) => {
  const service = network.service(backend.namespace, backend.name);
  if (service?.type !== 'ExternalName') return undefined;
  return {
    name: 'backend-external-name',
    severity: 'error',
    fact: `leads to ${nodeText(service)}, an alias for ${shown(service.externalName)}`,
    why: `the Gateway API advises against aliases as backends, and ${target.implementation.title} does not promise to follow them`,
    fix: `replace the alias by a Service without selector and an EndpointSlice with the addresses of ${shown(service.externalName)}, and run again`,
    see: 'https://gateway-api.sigs.k8s.io/reference/spec/#backendobjectreference',
  };
};

/** The Service must have the port, for the protocol. */
export const presentPort: ForwardRule = (forward, { network }) => {
  const service = network.service(forward.backend.namespace, forward.backend.name);
  if (service === undefined || isUnreadable(service) || portOf(forward, service) !== undefined) return undefined;
  return {
    name: 'backend-port-missing',
    severity: 'warning',
    fact: `leads to ${portText(forward)} of ${nodeText(service)}, which has ${service.ports.map(portNameText).slice(0, 5).join(', ') || 'no ports'}`,
    why: 'the controller finds no endpoint and keeps the port closed, so it was never open',
    fix: `name a ${forward.protocol} port of the Service in the entry, or add that port to the Service, and run again`,
    see: GUIDE,
  };
};

/** A route takes the number of a port. */
export const numberedPort: ForwardRule = (forward, { network }) => {
  const { namespace, name, servicePort } = forward.backend;
  const service = network.service(namespace, name);
  if (typeof servicePort === 'number' || (service && portOf(forward, service) !== undefined)) return undefined;
  return {
    name: 'backend-port-name',
    severity: 'error',
    fact: `leads to ${referenceText(forward.backend)}, and the number of the port ${shown(servicePort)} is not known`,
    why: 'a route takes the number of a Service\'s port, and the Service is not in the input with a port of that name',
    fix: `add the output of "kubectl get service ${name} -n ${namespace} -o yaml" to the input, or write the number in the entry`,
    see: 'https://gateway-api.sigs.k8s.io/reference/spec/#backendobjectreference',
  };
};

/** The number of the port that a forward leads to, as far as the Service in the input says it. */
export function portOf({ protocol, backend }: Forward, { ports }: ServiceNode): number | undefined {
  const found = ports.find((port) => port.protocol === `${protocol}` && (typeof backend.servicePort === 'number' ? port.port : port.name) === backend.servicePort);
  return isPort(found?.port) ? found.port : undefined;
}

function isUnreadable({ ports }: ServiceNode): boolean {
  return ports.some(({ port, name, protocol }) => port === undefined || isPlaceholder(name) || isPlaceholder(protocol));
}

function portText({ backend, protocol }: Forward): string {
  return typeof backend.servicePort === 'number' ? `port ${backend.servicePort}/${protocol}` : `the ${protocol} port ${shown(backend.servicePort)}`;
}

function portNameText(port: ServiceNode['ports'][number]): string {
  return port.name === undefined ? servicePortText(port) : `${servicePortText(port)} ("${port.name}")`;
}

