import * as fc from 'fast-check';
import type { DataPlaneRow } from './rows';
import * as l4 from '../../../src';
import type { KubeObject } from '../../../src/kube/kube-object';
import { listenerOf, type Forward } from '../../../src/model/forward';

const { TCP, UDP } = l4.Protocol;

/** `shop/orders:80`, reached on a port of another number. */
export function forwardTo(listenPort: number, wanted: Partial<Forward> = {}): Forward {
  const backend = { namespace: 'shop', name: 'orders', servicePort: 80 };
  return { listenPort, protocol: TCP, backend, acceptProxyProtocol: false, sendProxyProtocol: false, ...wanted };
}

/** A forward as users ask for it. */
export function forwardOptions({ backend, ...forward }: Forward): l4.ForwardOptions {
  const { namespace, name, servicePort } = backend;
  const port = typeof servicePort === 'string' ? { servicePortName: servicePort } : { servicePort };
  return { ...forward, backend: l4.Backend.existing({ serviceName: name, namespaceName: namespace, ...port }) };
}

/** Services that may be among the manifests: more of a namespace than one ReferenceGrant has room for. */
export const SERVICES: readonly KubeObject[] = ['bank', 'shop'].flatMap((namespace) => Array.from({ length: 20 }, (_, index) => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: `orders-${index}`, namespace },
  spec: { selector: { app: 'orders' }, ports: [TCP, UDP].map((protocol) => ({ name: protocol.toLowerCase(), port: 80, protocol })) },
})));

/** What some controller listens on itself. */
const IN_USE = [
  ...[2, 80, 90, 442, 443, 1024, 1042, 2443, 6060, 6061, 8080, 8082, 8181, 8443, 9091, 10000, 10245, 10246, 10247, 10254],
  ...[19000, 19001, 19002, 19003],
];

const dnsLabel = fc.stringMatching(/^[a-z]([-a-z0-9]{0,20}[a-z0-9])?$/);
const portNumber = fc.integer({ min: 1, max: 65535 });
// Envoy Gateway serves ports below 1024 on 10000 more: https://github.com/envoyproxy/gateway/blob/v1.9.0/internal/gatewayapi/translator.go
// Contour serves 57536 to 58558 where it serves the ports that are 1023 higher: https://projectcontour.io/docs/main/config/gateway-api/
const listenPort = portNumber.filter((port) => !IN_USE.includes(port) && (port <= 10000 || port > 11023) && (port < 57536 || port > 58558));
/** Forwards that a data plane can do, and that do not get in each other's way: sometimes more than one object lists. */
export function forwardsOn({ adapter: { supports }, maxForwards }: Pick<DataPlaneRow, 'adapter' | 'maxForwards'>): fc.Arbitrary<Forward[]> {
  const able = (feature: keyof typeof supports) => supports[feature].supported ? fc.boolean() : fc.constant(false);
  const servicePort = supports['backend port by name'].supported ? fc.oneof(portNumber, dnsLabel) : portNumber;
  const known = fc.constantFrom(...SERVICES).map(({ metadata: { namespace, name } }) => ({ namespace: namespace!, name, servicePort: 80 }));
  const forward = fc.record({
    listenPort,
    protocol: supports.UDP.supported ? fc.constantFrom(TCP, UDP) : fc.constant(TCP),
    backend: fc.oneof(known, fc.record({ namespace: fc.oneof(fc.constant('edge'), dnsLabel), name: dnsLabel, servicePort })),
    acceptProxyProtocol: able('PROXY protocol from clients'),
    sendProxyProtocol: able('PROXY protocol to backends'),
    nodePort: supports['pinned node ports'].supported ? fc.option(fc.integer({ min: 30000, max: 32767 }), { nil: undefined }) : fc.constant(undefined),
  });
  const few = fc.uniqueArray(forward, { maxLength: 30, selector: listenerOf });
  const many = fc.uniqueArray(forward, { minLength: 60, maxLength: 100, selector: listenerOf });
  const lists = maxForwards === undefined ? fc.oneof({ weight: 9, arbitrary: few }, { weight: 1, arbitrary: many }) : few;
  return lists.map(pinnedOnce);
}

function pinnedOnce(forwards: readonly Forward[]): Forward[] {
  const pinned = new Map<number, number>();
  return forwards.map(({ nodePort, ...rest }) => {
    const isFree = nodePort !== undefined && (pinned.get(nodePort) ?? rest.listenPort) === rest.listenPort;
    if (isFree) pinned.set(nodePort, rest.listenPort);
    const withoutHeaders = rest.protocol === TCP ? {} : { acceptProxyProtocol: false, sendProxyProtocol: false };
    return { ...rest, ...withoutHeaders, ...isFree ? { nodePort } : {} };
  });
}
