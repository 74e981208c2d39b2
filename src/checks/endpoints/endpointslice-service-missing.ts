import { handMadeEndpoints } from './hand-made-endpoints';
import { verdictOnLost } from './lost-endpoints';
import { isSlice } from '../../model/endpoints-node';
import type { Check } from '../check';

/** An EndpointSlice belongs to a Service that is not there. */
export const endpointsliceServiceMissing: Check = {
  name: 'endpointslice-service-missing',
  severity: 'error',
  summary: 'The label kubernetes.io/service-name of a hand-made EndpointSlice names no Service of its namespace.',
  why: 'kube-proxy uses a slice for the Service that its label names, in the same namespace only',
  see: 'https://kubernetes.io/docs/concepts/services-networking/endpoint-slices/#ownership',
  * run(network) {
    for (const endpoints of handMadeEndpoints(network)) {
      const verdict = isSlice(endpoints) ? verdictOnLost(endpoints, network) : undefined;
      if (verdict) yield verdict;
    }
  },
};
