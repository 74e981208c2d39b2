const { isDeepStrictEqual } = require('util');
const { hasAddress, isWorkload, portsOf, selectingServices, selects, servicesWithPorts } = require('./objects');

const ADDRESS = { 'metallb.io/loadBalancerIPs': '192.0.2.10' };
const KEY = { 'metallb.io/allow-shared-ip': 'edge' };

/** Something is wrong between Services and those outside the cluster, or with the choice of a node. */
exports.LOAD_BALANCER_DEFECTS = [
  // https://github.com/metallb/metallb/issues/245
  { name: 'one address for two load balancers', places: (objects) => balancedPairs(objects, ADDRESS) },
  // https://github.com/metallb/metallb/issues/1696
  { name: 'annotation misspelt: allow-shared', places: (objects) => balancedPairs(objects, { ...ADDRESS, 'metallb.io/allow-shared': 'edge' }) },
  // https://github.com/metallb/metallb/issues/271
  {
    name: 'shared address, policy Local, different Pods',
    places: (objects) => balancedPairs(objects, { ...ADDRESS, ...KEY }, ({ spec }) => { spec.externalTrafficPolicy = 'Local'; }),
  },
  { name: 'shared address, the same port', places: (objects) => balancedPairs(objects, { ...ADDRESS, ...KEY }, ({ spec }) => { spec.ports[0].port = 5432; }) },
  // https://github.com/kubernetes/ingress-nginx/issues/4213
  {
    name: 'PROXY header sent, not expected',
    places: (objects) => selectingServices(objects).filter(({ spec }) => spec.type === 'LoadBalancer').map(({ metadata }) => () => {
      metadata.annotations = { ...metadata.annotations, 'service.beta.kubernetes.io/aws-load-balancer-proxy-protocol': '*' };
    }),
  },
  // https://github.com/kubernetes/kubernetes/issues/121371
  {
    name: 'internalTrafficPolicy Local before one Pod',
    places: (objects) => selectingServices(objects).filter((service) => hasAddress(service) && podsBehind(service, objects) === 1)
      .map(({ spec }) => () => { spec.internalTrafficPolicy = 'Local'; }),
  },
];

/** Two Services of different Pods at a time that become load balancers on different numbers. */
function balancedPairs(objects, annotations, change = () => {}) {
  const services = servicesWithPorts(objects, 1).filter(hasAddress);
  const pairs = services.slice(1).map((service, index) => [services[index], service]).filter(([one, other]) => !isDeepStrictEqual(one.spec.selector, other.spec.selector));
  return pairs.map((pair) => () => {
    pair.forEach((each, second) => {
      each.spec.type = 'LoadBalancer';
      each.metadata.annotations = { ...each.metadata.annotations, ...annotations };
      portsOf(each).forEach((port, at) => { port.port = 7000 + second * 100 + at; });
      change(each);
    });
  });
}

function podsBehind(service, objects) {
  const behind = objects.filter((object) => isWorkload(object) && selects(service, object));
  return behind.some(({ kind }) => kind === 'DaemonSet') ? Infinity : behind.reduce((sum, { spec: { replicas = 1 } }) => sum + replicas, 0);
}
