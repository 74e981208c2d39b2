import { isPlainAddress, isAddressInOldSpelling } from './address-spelling';
import { handMadeEndpoints } from './hand-made-endpoints';
import { isPlaceholder } from '../../kube/placeholder';
import { isSlice } from '../../model/endpoints-node';
import { parseEndpointAddress } from '../../values/ip-address';
import type { Check } from '../check';
import { faultOf } from '../fault-of';
import { faultProblem } from '../fault-problem';

/** An endpoint has an address at which no backend can be. */
export const endpointsForbiddenIp: Check = {
  name: 'endpoints-forbidden-ip',
  severity: 'error',
  summary: 'An address of a hand-made Endpoints or EndpointSlice is loopback, link-local, multicast, unspecified, or no IP address.',
  why: 'the API server refuses the object, or nothing can be reached there',
  see: 'https://kubernetes.io/docs/concepts/services-networking/service/#services-without-selectors',
  * run(network) {
    for (const endpoints of handMadeEndpoints(network)) {
      for (const { value, path } of endpoints.addresses) {
        if (isPlaceholder(value) || isAddressInOldSpelling(value) || (isSlice(endpoints) && !isPlainAddress(value))) continue;
        const fault = faultOf(parseEndpointAddress, value);
        if (fault) yield faultProblem(endpoints, path, 'has an unusable address', fault);
      }
    }
  },
};
