import { verdictOnCalled } from './service-references';
import { isHelmHook } from '../../model/object-node';
import type { Check } from '../check';

/** An aggregated API is served by a Service, or at a port, that is not there. */
export const apiserviceServiceMissing: Check = {
  name: 'apiservice-service-missing',
  severity: 'error',
  summary: 'An APIService names a Service, or a port of it, that is not there.',
  why: 'the API server answers requests for this API with 503, and namespaces can no longer be deleted',
  see: 'https://kubernetes.io/docs/concepts/extend-kubernetes/api-extension/apiserver-aggregation/',
  * run(network) {
    for (const node of network.ofKind('apiregistration.k8s.io', 'APIService')) {
      const verdict = isHelmHook(node) ? undefined : verdictOnCalled(node, ['spec', 'service'], 'is served by', network);
      if (verdict) yield verdict;
    }
  },
};
