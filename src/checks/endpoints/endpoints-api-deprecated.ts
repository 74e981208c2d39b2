import { handMadeEndpoints, isRead } from './hand-made-endpoints';
import { isSlice } from '../../model/endpoints-node';
import { stageOf } from '../../values/capabilities';
import type { Check } from '../check';

/** An Endpoints is written for a version that has deprecated the kind. */
export const endpointsApiDeprecated: Check = {
  name: 'endpoints-api-deprecated',
  severity: 'info',
  summary: 'An Endpoints is written for a target version that deprecates it in favour of EndpointSlice.',
  why: 'it works through a copy that a controller makes, without topology; the API server warns at every request',
  see: 'https://github.com/kubernetes/enhancements/tree/master/keps/sig-network/4974-deprecate-endpoints',
  * run(network) {
    const { version } = network.circumstances;
    if (stageOf('Endpoints', version) !== 'deprecated') return;
    for (const endpoints of handMadeEndpoints(network)) {
      if (isSlice(endpoints) || isRead(endpoints)) continue;
      yield {
        object: endpoints,
        path: ['kind'],
        fact: `is of a kind that Kubernetes ${version} deprecates`,
        fix: `write a discovery.k8s.io/v1 EndpointSlice with the label kubernetes.io/service-name: ${endpoints.name} in its place`,
      };
    }
  },
};
