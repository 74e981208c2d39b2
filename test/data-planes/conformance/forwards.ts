import * as fc from 'fast-check';
import * as l4 from '../../../src';
import type { DataPlaneAdapter } from '../../../src/data-planes/adapter';
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

/** What some controller listens on itself. */
const IN_USE = [80, 442, 443, 1024, 1042, 2443, 6060, 6061, 8080, 8181, 8443, 10000, 10245, 10246, 10247, 10254];

const dnsLabel = fc.stringMatching(/^[a-z]([-a-z0-9]{0,20}[a-z0-9])?$/);
const portNumber = fc.integer({ min: 1, max: 65535 });

/** Forwards that a data plane can do, and that do not get in each other's way. */
export function forwardsOn({ supports }: DataPlaneAdapter): fc.Arbitrary<Forward[]> {
  const able = (feature: keyof typeof supports) => supports[feature].supported ? fc.boolean() : fc.constant(false);
  const forward = fc.record({
    listenPort: portNumber.filter((port) => !IN_USE.includes(port)),
    protocol: supports.UDP.supported ? fc.constantFrom(TCP, UDP) : fc.constant(TCP),
    backend: fc.record({ namespace: dnsLabel, name: dnsLabel, servicePort: supports['backend port by name'].supported ? fc.oneof(portNumber, dnsLabel) : portNumber }),
    acceptProxyProtocol: able('PROXY protocol from clients'),
    sendProxyProtocol: able('PROXY protocol to backends'),
    nodePort: supports['pinned node ports'].supported ? fc.option(fc.integer({ min: 30000, max: 32767 }), { nil: undefined }) : fc.constant(undefined),
  });
  return fc.uniqueArray(forward, { maxLength: 30, selector: listenerOf }).map(pinnedOnce);
}

function pinnedOnce(forwards: readonly Forward[]): Forward[] {
  const pinned = new Set<string>();
  return forwards.map(({ nodePort, ...rest }) => {
    const isFree = nodePort !== undefined && !pinned.has(`${nodePort}/${rest.protocol}`);
    if (isFree) pinned.add(`${nodePort}/${rest.protocol}`);
    const withoutHeaders = rest.protocol === TCP ? {} : { acceptProxyProtocol: false, sendProxyProtocol: false };
    return { ...rest, ...withoutHeaders, ...isFree ? { nodePort } : {} };
  });
}
