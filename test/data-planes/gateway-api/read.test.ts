import { gatewayApi } from '../../../src/data-planes/gateway-api/adapter';
import type { KubeObject } from '../../../src/kube/kube-object';
import { parseManifest } from '../../../src/kube/manifest';
import { listenerOf, referenceText } from '../../../src/model/forward';

/** What is read of a manifest. */
function read(text: string): string[] {
  const objects: readonly KubeObject[] = parseManifest(text, 'gateway.yaml');
  return gatewayApi.read(objects).map((forward) =>
    [listenerOf(forward), referenceText(forward.backend), forward.acceptProxyProtocol && 'accepts PROXY', forward.sendProxyProtocol && 'sends PROXY']
      .filter(Boolean).join(' '));
}

const gateway = (listeners: string, rest = '') => `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: edge, namespace: infra }
spec:
  gatewayClassName: eg
  ${rest}
  listeners: [${listeners}]
`;
const TCP = '{ name: db, port: 5432, protocol: TCP }';
const route = (name: string, parent: string, backends: string, metadata = '') => `
---
apiVersion: gateway.networking.k8s.io/v1
kind: TCPRoute
metadata: { name: ${name}, namespace: infra, ${metadata} }
spec: { parentRefs: [{ name: edge, ${parent} }], rules: [{ backendRefs: [${backends}] }] }
`;
const orders = '{ name: orders, port: 5432 }';

describe('a forward is read', () => {
  test('of a route that names a listener', () => {
    expect(read(gateway(TCP) + route('db', 'sectionName: db', orders))).toEqual(['5432/TCP infra/orders:5432']);
  });

  test('of a route that names a port, or nothing', () => {
    const listeners = `${TCP}, { name: other, port: 5433, protocol: TCP }`;
    expect(read(gateway(listeners) + route('db', 'port: 5433', orders))).toEqual(['5433/TCP infra/orders:5432']);
    expect(read(gateway(listeners) + route('db', '', orders))).toHaveLength(2);
  });

  test('of a listener beside one whose protocol is of an implementation, which may share its port', () => {
    const own = '{ name: own, port: 5432, protocol: example.com/SCTP }';
    expect(read(gateway(`${own}, ${TCP}`) + route('db', 'sectionName: db', orders))).toEqual(['5432/TCP infra/orders:5432']);
  });

  test('for each backend that gets connections', () => {
    const backends = '{ name: blue, port: 80, weight: 9 }, { name: green, port: 80, weight: 1 }, { name: grey, port: 80, weight: 0 }';
    expect(read(gateway(TCP) + route('db', '', backends))).toEqual(['5432/TCP infra/blue:80', '5432/TCP infra/green:80']);
  });

  test('of the oldest of two routes', () => {
    const old = 'creationTimestamp: "2026-01-01T00:00:00Z"';
    expect(read(gateway(TCP) + route('a', '', '{ name: new, port: 80 }') + route('b', '', '{ name: old, port: 80 }', old))).toEqual(['5432/TCP infra/old:80']);
    expect(read(gateway(TCP) + route('b', '', '{ name: b, port: 80 }') + route('a', '', '{ name: a, port: 80 }'))).toEqual(['5432/TCP infra/a:80']);
  });

  test('of every Gateway', () => {
    const second = gateway(TCP).replace('edge', 'second');
    expect(read(`${gateway(TCP)}---${second}${route('db', '', orders)}${route('db2', '', orders).replace('name: edge', 'name: second')}`))
      .toEqual(['5432/TCP infra/orders:5432', '5432/TCP infra/orders:5432']);
  });

  test('of a ListenerSet that the Gateway lets in', () => {
    const set = `
---
apiVersion: gateway.networking.k8s.io/v1
kind: ListenerSet
metadata: { name: more, namespace: infra }
spec: { parentRef: { name: edge }, listeners: [{ name: db, port: 3306, protocol: TCP }, { name: taken, port: 5432, protocol: TCP }] }
`;
    const routes = route('db', 'kind: ListenerSet, sectionName: db', orders).replace('name: edge', 'name: more')
      + route('taken', 'kind: ListenerSet, sectionName: taken', orders).replace('name: edge', 'name: more');
    expect(read(gateway(TCP, 'allowedListeners: { namespaces: { from: Same } }') + set + routes)).toEqual(['3306/TCP infra/orders:5432']);
    expect(read(gateway(TCP) + set + routes)).toEqual([]);
  });

  test('of a ListenerSet in a namespace that the Gateway chooses, as far as is known', () => {
    const set = (labels: string) => `
---
apiVersion: v1
kind: Namespace
metadata: { name: shop, labels: { ${labels} } }
---
apiVersion: gateway.networking.k8s.io/v1
kind: ListenerSet
metadata: { name: more, namespace: shop }
spec: { parentRef: { name: edge, namespace: infra }, listeners: [{ name: db, port: 3306, protocol: TCP, allowedRoutes: { namespaces: { from: All } } }] }
`;
    const chosen = gateway(TCP, 'allowedListeners: { namespaces: { from: Selector, selector: { matchLabels: { team: shop } } } }');
    const attached = route('db', 'namespace: shop, kind: ListenerSet', orders).replace('name: edge', 'name: more');
    expect(read(chosen + set('team: shop') + attached)).toEqual(['3306/TCP infra/orders:5432']);
    expect(read(chosen + set('team: other') + attached)).toEqual([]);
  });

  test('with the PROXY headers that policies ask for', () => {
    const policies = `
---
apiVersion: gateway.envoyproxy.io/v1alpha1
kind: ClientTrafficPolicy
metadata: { name: all, namespace: infra }
spec: { targetRefs: [{ group: gateway.networking.k8s.io, kind: Gateway, name: edge }], proxyProtocol: { optional: true } }
---
apiVersion: gateway.envoyproxy.io/v1alpha1
kind: ClientTrafficPolicy
metadata: { name: one, namespace: infra }
spec: { targetRefs: [{ group: gateway.networking.k8s.io, kind: Gateway, name: edge, sectionName: plain }], tcpKeepalive: {} }
---
apiVersion: gateway.envoyproxy.io/v1alpha1
kind: BackendTrafficPolicy
metadata: { name: db, namespace: infra }
spec: { targetRefs: [{ group: gateway.networking.k8s.io, kind: TCPRoute, name: db }], proxyProtocol: { version: V2 } }
`;
    const listeners = `${TCP}, { name: plain, port: 5433, protocol: TCP }`;
    expect(read(gateway(listeners) + route('db', 'sectionName: db', orders) + route('plain', 'sectionName: plain', orders) + policies)).toEqual([
      '5432/TCP infra/orders:5432 accepts PROXY sends PROXY', '5433/TCP infra/orders:5432',
    ]);
  });
});

describe('nothing is read', () => {
  const service = '\n---\napiVersion: v1\nkind: Service\nmetadata: { name: orders, namespace: shop }\nspec: { ports: [{ port: 5432 }] }\n';
  const across = '{ name: orders, namespace: shop, port: 5432 }';

  test.each([
    ['of a route that names no listener of the Gateway', gateway(TCP) + route('db', 'sectionName: postgres', orders)],
    ['of a listener of another protocol', gateway('{ name: db, port: 5432, protocol: UDP }') + route('db', 'sectionName: db', orders)],
    ['of a listener that takes other kinds', gateway('{ name: db, port: 5432, protocol: TCP, allowedRoutes: { kinds: [{ kind: TLSRoute }] } }') + route('db', '', orders)],
    ['of a listener that takes no routes of that namespace', gateway(TCP) + route('db', 'namespace: infra', orders).replace('namespace: infra,', 'namespace: shop,')],
    ['of two listeners that cannot share a port', gateway(`${TCP}, { name: web, port: 5432, protocol: HTTP }`) + route('db', 'sectionName: db', orders)],
    ['of a listener without a route', gateway(TCP)],
    ['of a route without a port', gateway(TCP) + route('db', '', '{ name: orders }')],
    ['of a route to something else', gateway(TCP) + route('db', '', '{ group: example.com, kind: Database, name: orders, port: 5432 }')],
    ['of a route to another namespace that does not permit it', gateway(TCP) + route('db', '', across) + service],
    ['of a route to another Gateway', gateway(TCP) + route('db', '', orders).replace('name: edge', 'name: other')],
  ])('%s', (_case, text) => {
    expect(read(text)).toEqual([]);
  });

  test('of a Service elsewhere it is not known whether its namespace permits it', () => {
    expect(read(gateway(TCP) + route('db', '', across))).toEqual(['5432/TCP shop/orders:5432']);
  });
});
