import { preferredVersion } from '../../src/data-planes/gateway-api/adapter';
import { GatewayImplementation } from '../../src/data-planes/gateway-api/gateway-implementation';
import { IMPLEMENTATIONS } from '../../src/data-planes/gateway-api/implementations/all';
import type { Target } from '../../src/migrate/target/target';

/** The Gateway that `cdk8s-l4 migrate` makes for an implementation where no option says otherwise. */
export function targetFor(id = GatewayImplementation.ENVOY_GATEWAY): Target {
  const implementation = IMPLEMENTATIONS[id];
  return {
    implementation,
    className: implementation.className,
    namespace: 'gateway',
    name: 'edge',
    routeNamespace: 'gateway',
    routeApiVersion: preferredVersion(implementation.watches),
    hasNewAddress: false,
  };
}
