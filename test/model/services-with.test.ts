import { buildNetwork } from '../../src/model/build-network';
import { headlessServices, servicesOfType, servicesWith, servicesWithPort, servicesWithSeveralPorts } from '../../src/model/services-with';
import { KubernetesVersion } from '../../src/values/kubernetes-version';

const service = (name: string, spec: unknown, annotations = {}) => ({
  object: { apiVersion: 'v1', kind: 'Service', metadata: { name, annotations }, spec },
  origin: { placeOf: () => undefined },
});

const network = buildNetwork([
  service('a', { type: 'LoadBalancer', loadBalancerIP: null, ports: [{ port: 80, nodePort: 1 }, { port: 81, nodePort: 2 }] }),
  service('b', { clusterIP: 'None', selector: { app: 'b' } }, { zone: 'x' }),
  service('c', { ports: 'none' }),
  service('d', ['externalIPs']),
  service('e', { externalIPs: [], clusterIP: '10.0.0.1', selector: { app: 'e' } }),
], { version: KubernetesVersion.V1_27, defaultNamespace: 'default', unreadable: [] });

const names = (services: ReadonlyArray<{ readonly name: string }>) => services.map(({ name }) => name).join(' ');

test.each([
  [{ fields: ['loadBalancerIP'] }, 'a'],
  [{ fields: ['externalIPs', 'clusterIP'] }, 'b e'],
  [{ fields: ['externalIPs'], annotations: ['zone'], portFields: ['nodePort'] }, 'a b e'],
  [{ portFields: ['nodePort'] }, 'a'],
  [{ selected: ['app'] }, 'b e'],
  [{ fields: ['nothing'] }, ''],
])('%j is written in %s, each once and in the order of the input', (written, expected) => {
  expect(names(servicesWith(network, written))).toBe(expected);
});

test('Services are found by what they are', () => {
  expect([headlessServices(network), servicesWithSeveralPorts(network), servicesOfType(network, 'LoadBalancer'), servicesOfType(network, 'ClusterIP', 'LoadBalancer')].map(names))
    .toEqual(['b', 'a', 'a', 'a b c d e']);
});

test('ports are found by their values, each value looked at once', () => {
  const asked: unknown[] = [];
  const ofPorts = buildNetwork([
    service('a', { ports: [{ port: 80, targetPort: 'http' }] }),
    service('b', { ports: [{ targetPort: 8080 }, 'no port'] }),
    service('c', { ports: [{ port: 80 }, { port: 81, targetPort: 'http' }] }),
  ], { version: KubernetesVersion.V1_27, defaultNamespace: 'default', unreadable: [] });
  const isMissing = (value: unknown) => asked.push(value) > 0 && value === undefined;
  expect(names(servicesWithPort(ofPorts, { port: isMissing, targetPort: (value) => value === 'http' }))).toBe('a b c');
  expect(names(servicesWithPort(ofPorts, { port: isMissing, appProtocol: () => true }))).toBe('b');
  expect(asked).toEqual([80, undefined, 81, 80, undefined, 81]);
});
