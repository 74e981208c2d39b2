import type { Forward } from '../../model/forward';
import { referenceText } from '../../model/forward';
import type { Network } from '../../model/network';
import { reject } from '../../problems/rejection';

/** The forward with the number of the Service's port: a `backendRef` takes no name. */
export function numberedBackend(forward: Forward, network: Network): Forward {
  const { backend, protocol } = forward;
  if (typeof backend.servicePort === 'number') return forward;
  const ports = network.service(backend.namespace, backend.name)?.ports ?? [];
  const servicePort = ports.find((port) => port.name === backend.servicePort && port.protocol === protocol)?.port;
  return servicePort !== undefined ? { ...forward, backend: { ...backend, servicePort } } : reject({
    fact: `the number of the port "${backend.servicePort}" in ${referenceText(backend)} is not known`,
    why: 'a backendRef takes the number of a Service\'s port, and the Service is not among the objects with a port of that name',
    fix: 'give servicePort, the number of the port',
    see: 'https://gateway-api.sigs.k8s.io/reference/spec/#backendobjectreference',
  });
}
