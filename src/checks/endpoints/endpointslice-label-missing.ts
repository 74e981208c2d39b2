import { handMadeEndpoints, isRead } from './hand-made-endpoints';
import { meantService } from './meant-service';
import { isSlice, SERVICE_NAME_LABEL, type EndpointsNode } from '../../model/endpoints-node';
import type { Network } from '../../model/network';
import type { Check } from '../check';

/** An EndpointSlice does not say which Service it belongs to. */
export const endpointsliceLabelMissing: Check = {
  name: 'endpointslice-label-missing',
  severity: 'error',
  summary: 'A hand-made EndpointSlice has no label kubernetes.io/service-name.',
  why: 'kube-proxy ignores a slice without this label: neither its name nor an owner says which Service it belongs to',
  see: 'https://kubernetes.io/docs/concepts/services-networking/endpoint-slices/#ownership',
  * run(network) {
    for (const slice of handMadeEndpoints(network)) {
      if (!isSlice(slice) || isRead(slice) || belongsSomewhere(slice)) continue;
      const meant = meantService(slice, network)?.service ?? namesake(slice, network);
      yield {
        object: slice,
        path: ['metadata', 'labels'],
        fact: `has no label ${SERVICE_NAME_LABEL}`,
        fix: `add the label ${SERVICE_NAME_LABEL}: ${meant?.name ?? 'my-service'}, with the name of its Service`,
        related: meant ? [meant] : [],
      };
    }
  },
};

/** Other programs have labels of their own, for example `multicluster.kubernetes.io/service-name`. */
function belongsSomewhere({ object, labels }: EndpointsNode): boolean {
  const written = Object.keys((object.metadata.labels as object | undefined) ?? {});
  return [...written, ...Object.keys(labels)].some((key) => key.endsWith('/service-name'));
}

/** The Service whose name the slice continues: `orders-db-1` of `orders-db`. */
function namesake({ name, namespace }: EndpointsNode, network: Network) {
  const parts = name.split('-');
  const prefixes = parts.map((_, index) => parts.slice(0, parts.length - index).join('-'));
  return prefixes.map((prefix) => network.service(namespace, prefix)).find((service) => service !== undefined);
}
