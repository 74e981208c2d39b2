import { containerNodes, servingPorts } from '../../src/model/container-node';

const containersOf = (spec: object) => containerNodes({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'orders' }, spec }, ['spec']);

const app = { name: 'app', ports: [{ name: 'http', containerPort: 8080 }] };
const proxy = { name: 'proxy', restartPolicy: 'Always', ports: [{ name: 'https', containerPort: 8443 }] };
const migration = { name: 'migration', ports: [{ name: 'http', containerPort: 9090 }] };

test('regular containers come before sidecars, in the order in which Kubernetes looks names up', () => {
  expect(containersOf({ initContainers: [proxy], containers: [app] }).map(({ name, role }) => `${name}: ${role}`)).toEqual(['app: container', 'proxy: sidecar']);
});

test('a regular container with a restart policy of its own is no sidecar', () => {
  expect(containersOf({ containers: [{ ...app, restartPolicy: 'Always' }] }).map(({ role }) => role)).toEqual(['container']);
});

test('init containers that end serve nothing, sidecars do', () => {
  const ports = servingPorts(containersOf({ initContainers: [migration, proxy], containers: [app] }));
  expect(ports.map(({ containerPort }) => containerPort)).toEqual([8080, 8443]);
});

test.each(['OnFailure', 'Never', '', null, undefined])('an init container with restartPolicy %p ends', (restartPolicy) => {
  expect(containersOf({ initContainers: [{ ...proxy, restartPolicy }], containers: [] })[0].role).toBe('init');
});

test.each([undefined, null, ''])('protocol %p is TCP', (protocol) => {
  expect(containersOf({ containers: [{ ports: [{ containerPort: 80, protocol }] }] })[0].ports[0].protocol).toBe('TCP');
});

test('the place of a port counts the entries that cannot be read', () => {
  const [{ ports }] = containersOf({ containers: [{ ports: [null, 'x', { containerPort: '80' }, { containerPort: 81 }] }] });
  expect(ports.map(({ path }) => path)).toEqual([['spec', 'containers', 0, 'ports', 3]]);
});

test.each([
  ['a number that is filled in later', [{ containerPort: '${PORT}' }]],
  ['a name that is filled in later', [{ name: '{{ .Values.name }}', containerPort: 80 }]],
  ['a protocol that is filled in later', [{ protocol: '$(PROTOCOL)', containerPort: 80 }]],
  ['a list that is filled in later', '{{ .Values.ports }}'],
  ['an entry that is no port', [80]],
])('%s leaves ports unknown', (_, ports) => {
  expect(containersOf({ containers: [{ ports }] })[0].hasUnknownPorts).toBe(true);
});

test.each([[undefined], [null], [[]], [[{ containerPort: 80 }]]])('the ports %j are all known', (ports) => {
  expect(containersOf({ containers: [{ ports }] })[0].hasUnknownPorts).toBe(false);
});
