import { listAt, textAt, type FieldPath } from '../../kube/field';
import type { Network } from '../../model/network';
import { isHelmHook, nodeText, type ObjectNode } from '../../model/object-node';
import type { ServiceNode } from '../../model/service-node';
import type { Check, Problem } from '../check';

/** A route of the Gateway API sends to an alias. */
export const externalnameAsL4Backend: Check = {
  name: 'externalname-as-l4-backend',
  severity: 'warning',
  summary: 'A route of the Gateway API sends to a Service of type ExternalName.',
  why: 'the Gateway API asks implementations not to follow such Services: most reject the backend and refuse the connections',
  see: 'https://gateway-api.sigs.k8s.io/reference/spec/#backendref',
  * run(network) {
    for (const kind of ROUTES) {
      for (const route of network.ofKind('gateway.networking.k8s.io', kind)) {
        if (!isHelmHook(route)) yield* problemsOf(route, network);
      }
    }
  },
};

const ROUTES = ['TCPRoute', 'UDPRoute', 'TLSRoute', 'HTTPRoute', 'GRPCRoute'];

function* problemsOf(route: ObjectNode, network: Network): Iterable<Problem> {
  for (const { backend, path } of backendsOf(route)) {
    const service = serviceOf(backend, route, network);
    if (service?.type !== 'ExternalName') continue;
    yield {
      object: route,
      path: [...path, 'name'],
      fact: `sends to ${nodeText(service)}, an alias of ${service.externalName ?? 'another name'}`,
      fix: `make ${nodeText(service)} a Service without selector, with an EndpointSlice of the addresses of ${service.externalName ?? 'the host'}`,
      related: [service],
    };
  }
}

function serviceOf(backend: unknown, { namespace }: ObjectNode, network: Network): ServiceNode | undefined {
  const isService = (textAt(backend, 'kind') ?? 'Service') === 'Service' && (textAt(backend, 'group') ?? '') === '';
  return isService ? network.service(textAt(backend, 'namespace') ?? namespace, textAt(backend, 'name') ?? '') : undefined;
}

function backendsOf({ object }: ObjectNode): Array<{ backend: unknown; path: FieldPath }> {
  return listAt(object, 'spec', 'rules').flatMap((rule, index) => listAt(rule, 'backendRefs')
    .map((backend, position) => ({ backend, path: ['spec', 'rules', index, 'backendRefs', position] })));
}
