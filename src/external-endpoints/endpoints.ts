import type { EndpointObject } from './endpoint-object';
import type { EndpointPort } from './endpoint-ports';
import type { ParsedEndpoint } from './parsed-endpoint';

/** The Endpoints object: its name is what joins it to the Service. */
export function renderEndpoints(service: string, endpoints: readonly ParsedEndpoint[], ports: readonly EndpointPort[]): EndpointObject {
  return {
    apiVersion: 'v1',
    kind: 'Endpoints',
    name: service,
    body: {
      subsets: [{
        addresses: addressesOf(endpoints.filter(({ ready }) => ready)),
        notReadyAddresses: addressesOf(endpoints.filter(({ ready }) => !ready)),
        ports: ports.length > 0 ? ports : undefined,
      }],
    },
  };
}

function addressesOf(endpoints: readonly ParsedEndpoint[]) {
  if (endpoints.length === 0) return undefined;
  return endpoints.map(({ address, hostname, nodeName }) => ({ ip: address.text, hostname, nodeName }));
}
