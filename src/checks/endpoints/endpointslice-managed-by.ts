import { CONTROLLERS, handMadeEndpoints, serviceOf } from './hand-made-endpoints';
import { isSlice, MANAGED_BY_LABEL } from '../../model/endpoints-node';
import { nodeText } from '../../model/object-node';
import type { ServiceNode } from '../../model/service-node';
import type { Check, Problem } from '../check';

/** A hand-made EndpointSlice says that a controller of Kubernetes made it. */
export const endpointsliceManagedBy: Check = {
  name: 'endpointslice-managed-by',
  severity: 'warning',
  summary: 'A hand-made EndpointSlice names a controller of Kubernetes in the label endpointslice.kubernetes.io/managed-by.',
  why: 'the controller takes it for one of its own, and deletes what it has not made',
  see: 'https://kubernetes.io/docs/concepts/services-networking/endpoint-slices/#management',
  * run(network) {
    for (const slice of handMadeEndpoints(network)) {
      const manager = slice.labels[MANAGED_BY_LABEL] ?? '';
      if (!isSlice(slice) || !Object.hasOwn(CONTROLLERS, manager)) continue;
      yield {
        object: slice,
        path: ['metadata', 'labels', MANAGED_BY_LABEL],
        fact: `says that ${manager} manages it`,
        fix: `write ${MANAGED_BY_LABEL}: cluster-admins, or the name of the tool that writes it`,
        ...effect(CONTROLLERS[manager], serviceOf(slice, network)),
      };
    }
  },
};

// https://github.com/kubernetes/kubernetes/blob/master/pkg/controller/endpointslice/endpointslice_controller.go leaves Services without selector alone.
function effect(controller: 'endpoints' | 'mirroring', service: ServiceNode | undefined): Partial<Problem> {
  if (controller === 'mirroring') return { why: 'this controller deletes the slices of its own for which no Endpoints of the same name exists' };
  if (service?.selector) return { why: `${nodeText(service)} has a selector, so this controller replaces the slice by the Pods it selects`, related: [service] };
  return { severity: 'info', why: 'this controller deletes the slice as soon as its Service has a selector; until then the label only misleads' };
}
