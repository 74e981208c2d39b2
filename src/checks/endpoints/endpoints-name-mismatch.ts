import { handMadeEndpoints } from './hand-made-endpoints';
import { verdictOnLost } from './lost-endpoints';
import { isSlice } from '../../model/endpoints-node';
import type { Check } from '../check';

/** The name of an Endpoints is not that of a Service. */
export const endpointsNameMismatch: Check = {
  name: 'endpoints-name-mismatch',
  severity: 'error',
  summary: 'The name of a hand-made Endpoints is not the name of a Service of its namespace.',
  why: 'an Endpoints belongs to the Service of the same name and namespace; without one it is ignored, and the Service that was meant has no backends',
  see: 'https://kubernetes.io/docs/concepts/services-networking/service/#services-without-selectors',
  * run(network) {
    for (const endpoints of handMadeEndpoints(network)) {
      const verdict = isSlice(endpoints) ? undefined : verdictOnLost(endpoints, network);
      if (verdict) yield verdict;
    }
  },
};
