// Sets in which many objects have to do with one, or all with all: what is not written with care grows with their product here.
const { writeFileSync } = require('fs');

const NAMESPACE = 'shop';

/** A shape: its name, and its objects for a size. */
exports.SHAPES = [
  { name: 'one Service for many workloads', objectsFor: (size) => [service('all', 'shop'), ...times(size, (index) => deployment(`app-${index}`, 'shop'))] },
  { name: 'many Services for one workload', objectsFor: (size) => [deployment('app', 'shop'), ...times(size, (index) => service(`app-${index}`, 'shop'))] },
  { name: 'many TCP services of one controller', objectsFor: (size) => [controller(), streamConfigMap(size), service('app', 'shop'), deployment('app', 'shop')] },
  { name: 'a tenth as many NetworkPolicies as workloads', objectsFor: (size) => [...times(size / 10, policy), ...times(size, (index) => deployment(`app-${index}`, 'shop'))] },
  { name: 'TCPRoutes of one Gateway with 64 listeners', objectsFor: (size) => [gateway(64), ...times(size, route), service('app', 'shop'), deployment('app', 'shop')] },
];

/** Every JSON text is YAML, too. */
exports.writeShape = (file, objects) => writeFileSync(file, objects.map((value) => `---\n${JSON.stringify(value)}\n`).join(''));

function times(count, make) {
  return Array.from({ length: Math.round(count) }, (_, index) => make(index));
}

function object(apiVersion, kind, name, rest) {
  return { apiVersion, kind, metadata: { name, namespace: NAMESPACE }, ...rest };
}

function service(name, app) {
  return object('v1', 'Service', name, { spec: { selector: { app }, ports: [{ name: 'sql', port: 5432, targetPort: 5432 }] } });
}

function deployment(name, app) {
  const containers = [{ name: 'app', image: `example/${name}:1`, ports: [{ name: 'sql', containerPort: 5432 }] }];
  return object('apps/v1', 'Deployment', name, {
    spec: { replicas: 2, selector: { matchLabels: { app, name } }, template: { metadata: { labels: { app, name } }, spec: { containers } } },
  });
}

function policy(index) {
  return object('networking.k8s.io/v1', 'NetworkPolicy', `policy-${index}`, {
    spec: { podSelector: { matchLabels: { app: 'shop' } }, ingress: [{ ports: [{ port: 5432, protocol: 'TCP' }, { port: 6000 + index, protocol: 'UDP' }] }] },
  });
}

function controller() {
  const container = { name: 'controller', image: 'registry.k8s.io/ingress-nginx/controller:v1.15.1', args: ['/nginx-ingress-controller', `--tcp-services-configmap=${NAMESPACE}/tcp-services`] };
  const labels = { app: 'ingress-nginx' };
  return object('apps/v1', 'Deployment', 'ingress-nginx-controller', {
    spec: { selector: { matchLabels: labels }, template: { metadata: { labels }, spec: { containers: [container] } } },
  });
}

function streamConfigMap(size) {
  return object('v1', 'ConfigMap', 'tcp-services', { data: Object.fromEntries(times(size, (index) => [`${20000 + index}`, `${NAMESPACE}/app:5432`])) });
}

function gateway(listeners) {
  return object('gateway.networking.k8s.io/v1', 'Gateway', 'edge', {
    spec: { gatewayClassName: 'envoy', listeners: times(listeners, (index) => ({ name: `tcp-${index}`, port: 20000 + index, protocol: 'TCP' })) },
  });
}

function route(index) {
  return object('gateway.networking.k8s.io/v1alpha2', 'TCPRoute', `route-${index}`, {
    spec: { parentRefs: [{ name: 'edge', sectionName: `tcp-${index % 64}` }], rules: [{ backendRefs: [{ name: 'app', port: 5432 }] }] },
  });
}
