import { applyAll } from './cluster/apply-all';
import { canHaveGatewayApi, withGatewayApi, type GatewayApiRelease } from './cluster/gateway-api';
import { onEachVersion } from './each-version';
import { objectsIn } from './manifests/manifest';
import { KubernetesVersion } from '../src/values/kubernetes-version';

const manifest = (routeVersion: string, listener = 'port: 5432') => objectsIn(`
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: edge, namespace: edge }
spec:
  gatewayClassName: envoy
  listeners:
    - { name: orders-db, protocol: TCP, ${listener}, allowedRoutes: { namespaces: { from: All }, kinds: [{ kind: TCPRoute }] } }
---
apiVersion: gateway.networking.k8s.io/${routeVersion}
kind: TCPRoute
metadata: { name: orders-db, namespace: shop }
spec:
  parentRefs: [{ name: edge, namespace: edge, sectionName: orders-db }]
  rules:
    - backendRefs: [{ name: orders-db, namespace: databases, port: 5432 }]
---
apiVersion: gateway.networking.k8s.io/v1beta1
kind: ReferenceGrant
metadata: { name: shop, namespace: databases }
spec:
  from: [{ group: gateway.networking.k8s.io, kind: TCPRoute, namespace: shop }]
  to: [{ group: '', kind: Service, name: orders-db }]
`)!;

describe.each<[GatewayApiRelease, 'standard' | 'experimental', string]>([
  ['v1.5.1', 'experimental', 'v1alpha2'],
  ['v1.6.1', 'standard', 'v1'],
])('the Gateway API %s, %s channel, with TCPRoute %s', (release, channel, routeVersion) => {
  onEachVersion((cluster, version) => {
    if (!canHaveGatewayApi(KubernetesVersion.of(version))) {
      test('cannot be installed', () => expect(withGatewayApi(cluster(), release, channel)).rejects.toThrow('isIP'));
      return;
    }

    beforeAll(() => withGatewayApi(cluster(), release, channel));

    test('is accepted without a warning', async () => {
      const applied = await applyAll(cluster(), manifest(routeVersion));
      expect(applied.map(({ outcome }) => [outcome.message, ...outcome.warnings])).toEqual([[''], [''], ['']]);
    });

    test('is refused where a rule in CEL is broken', async () => {
      const [gateway] = manifest(routeVersion, 'port: 5432, hostname: db.example.com');
      expect(await cluster().apply(gateway)).toMatchObject({ accepted: false, message: expect.stringContaining('hostname must not be specified for protocols') });
    });
  });
});
