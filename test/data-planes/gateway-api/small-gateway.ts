import type { GatewayImplementation } from '../../../src/data-planes/gateway-api/gateway-implementation';
import { gatewayObjects } from '../../../src/data-planes/gateway-api/gateway-objects';
import { IMPLEMENTATIONS } from '../../../src/data-planes/gateway-api/implementations/all';
import { RouteApiVersion } from '../../../src/data-planes/gateway-api/route-api-version';
import type { KubeObject } from '../../../src/kube/kube-object';

/** Gateway edge/edge, without listeners. */
export function emptyGateway(id: GatewayImplementation): KubeObject[] {
  const implementation = IMPLEMENTATIONS[id];
  return gatewayObjects({
    ...{ namespace: 'edge', name: 'edge', routeNamespace: 'edge', implementation, routeApiVersion: RouteApiVersion.V1, className: implementation.className },
    ...{ addresses: [], labels: {}, annotations: {}, sourceRanges: [] },
  });
}

/** The same, with a listener of someone else, whose name is one that would be given. */
export function gatewayBegun(id: GatewayImplementation): KubeObject[] {
  return emptyGateway(id).map((gateway) => ({
    ...gateway, spec: { ...gateway.spec as object, listeners: [{ name: 'tcp-5432', port: 1, protocol: 'sctp.example.com/SCTP' }] },
  }));
}
