/** A version of a kind of the Gateway API, and the releases whose bundles serve it. */
export interface GatewayApiVersion {
  readonly version: string;
  /** `release 1.6 and newer` */
  readonly servedBy: string;
}

// https://github.com/kubernetes-sigs/gateway-api/tree/main/config/crd of each release
const LAYER_4: readonly GatewayApiVersion[] = [
  { version: 'v1', servedBy: 'release 1.6 and newer' },
  { version: 'v1alpha2', servedBy: 'the experimental channel' },
];

const VERSIONS: ReadonlyMap<string, readonly GatewayApiVersion[]> = new Map<string, readonly GatewayApiVersion[]>([
  ['TCPRoute', LAYER_4],
  ['UDPRoute', LAYER_4],
  ['TLSRoute', [
    { version: 'v1', servedBy: 'release 1.5 and newer' },
    { version: 'v1alpha3', servedBy: 'the experimental channel of 1.4 and newer' },
    { version: 'v1alpha2', servedBy: 'the experimental channel' },
  ]],
  ['ReferenceGrant', [
    { version: 'v1beta1', servedBy: 'release 0.6 and newer' },
    { version: 'v1', servedBy: 'release 1.5 and newer' },
    { version: 'v1alpha2', servedBy: 'releases up to 0.8' },
  ]],
  ['ListenerSet', [{ version: 'v1', servedBy: 'release 1.5 and newer' }]],
  ...['Gateway', 'GatewayClass', 'HTTPRoute'].map((kind): [string, GatewayApiVersion[]] => [kind, [
    { version: 'v1', servedBy: 'release 1.0 and newer' },
    { version: 'v1beta1', servedBy: 'release 0.5 and newer' },
    { version: 'v1alpha2', servedBy: 'releases before 1.0' },
  ]]),
  ['GRPCRoute', [{ version: 'v1', servedBy: 'release 1.1 and newer' }, { version: 'v1alpha2', servedBy: 'releases before 1.1' }]],
]);

/** Every version in which a kind of the Gateway API was ever served, the one to prefer first; `undefined` for kinds that are not known. */
export function gatewayApiVersionsOf(kind: string): readonly GatewayApiVersion[] | undefined {
  return VERSIONS.get(kind);
}
