import { oneOfWords } from './trace-command';
import { UsageError } from './usage-error';
import { preferredVersion } from '../data-planes/gateway-api/adapter';
import { GatewayImplementation } from '../data-planes/gateway-api/gateway-implementation';
import type { Implementation } from '../data-planes/gateway-api/implementation';
import { IMPLEMENTATIONS } from '../data-planes/gateway-api/implementations/all';
import { RouteApiVersion } from '../data-planes/gateway-api/route-api-version';
import type { Target } from '../migrate/target/target';
import { parseDnsLabel, parseDnsSubdomain } from '../values/dns-name';

/** The options that say what the output is for. */
export const TARGET_OPTIONS = {
  'implementation': { type: 'string' },
  'gateway-class': { type: 'string' },
  'gateway-name': { type: 'string' },
  'gateway-namespace': { type: 'string' },
  'route-api-version': { type: 'string' },
  'new-address': { type: 'boolean' },
} as const;

type TargetValues = { readonly [option in Exclude<keyof typeof TARGET_OPTIONS, 'new-address'>]?: string } & { readonly 'new-address'?: boolean };

/** @throws Rejection for a name that Kubernetes does not take */
export function migrationTarget(values: TargetValues): Target {
  const implementation = IMPLEMENTATIONS[oneOfWords('--implementation', values.implementation ?? GatewayImplementation.ENVOY_GATEWAY, Object.values(GatewayImplementation))];
  const namespace = parseDnsLabel(values['gateway-namespace'] ?? 'gateway');
  return {
    implementation,
    className: parseDnsSubdomain(values['gateway-class'] ?? implementation.className),
    name: parseDnsLabel(values['gateway-name'] ?? 'edge'),
    namespace,
    routeNamespace: namespace,
    routeApiVersion: routeApiVersion(values['route-api-version'], implementation),
    hasNewAddress: values['new-address'] ?? false,
  };
}

function routeApiVersion(given: string | undefined, { title, watches }: Implementation): RouteApiVersion {
  const version = given === undefined ? preferredVersion(watches) : oneOfWords('--route-api-version', given, Object.values(RouteApiVersion));
  const [watched] = Object.values(RouteApiVersion).filter((candidate) => watches[candidate] !== undefined);
  if (watches[version] !== undefined || watched === undefined) return version;
  throw new UsageError(`${title} reads no TCPRoute of version ${version}; write --route-api-version ${watched} (${title} ${watches[watched]})`);
}
