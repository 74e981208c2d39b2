import { backendsOf } from './backends';
import type { BackendQuestion, Hop, Way } from './trace';
import { servicePortText, type ServiceNode, type ServicePortNode } from '../model/service-node';

/** The way from a proxy to the Pods of a Service: it connects to them itself, past the address of the Service. */
export function traceProxied(service: ServiceNode, port: ServicePortNode, { proxy, ...question }: BackendQuestion & { readonly proxy: string }): Way {
  const hop: Hop = {
    object: service,
    path: ['spec', 'ports', port.index],
    text: `port ${servicePortText(port)} leads to targetPort ${port.targetPort}; ${proxy} connects to the Pods itself, `
      + 'so that traffic policies and session affinity of the Service do not apply',
  };
  // Controllers read EndpointSlices, in which the targetPort of a headless Service stands like any other.
  const { hops, outcomes } = backendsOf({ ...service, isHeadless: false }, port, question);
  return { hops: [hop, ...hops], outcomes };
}
