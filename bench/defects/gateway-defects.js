const { ofKind } = require('./objects');

const L4_ROUTES = ['TCPRoute', 'UDPRoute'];

/** Something is wrong between a Gateway, its routes and their Services. */
exports.GATEWAY_DEFECTS = [
  { name: 'route: Gateway misspelt', places: (objects) => routes(objects).flatMap(({ spec }) => spec.parentRefs).map((parent) => () => { parent.name += 'x'; }) },
  {
    name: 'route: listener misspelt',
    places: (objects) => routes(objects).flatMap(({ spec }) => spec.parentRefs).filter(({ sectionName }) => sectionName).map((parent) => () => { parent.sectionName += 'x'; }),
  },
  { name: 'route: Service misspelt', places: (objects) => backends(objects).map((backend) => () => { backend.name += 'x'; }) },
  { name: 'route: another port', places: (objects) => backends(objects).map((backend) => () => { backend.port += 1; }) },
  { name: 'route: Service in another namespace', places: (objects) => backends(objects).map((backend) => () => { backend.namespace = 'elsewhere'; }) },
  { name: 'route: port left out', places: (objects) => backends(objects).map((backend) => () => { delete backend.port; }) },
  { name: 'route: weight 0', places: (objects) => backends(objects).map((backend) => () => { backend.weight = 0; }) },
  {
    // https://github.com/envoyproxy/gateway/issues/4150
    name: 'route: another one on its listener',
    places: (objects) => routes(objects).slice(1).map((route, index) => () => { route.spec.parentRefs = structuredClone(routes(objects)[index].spec.parentRefs); }),
  },
  {
    name: 'Gateway: class misspelt',
    places: (objects) => ofKind(objects, 'Gateway').filter(({ spec }) => ofKind(objects, 'GatewayClass').some(({ metadata }) => metadata.name === spec.gatewayClassName))
      .map(({ spec }) => () => { spec.gatewayClassName += 'x'; }),
  },
  {
    name: 'Gateway: routes of its own namespace only',
    places: (objects) => listeners(objects).filter(({ allowedRoutes }) => allowedRoutes?.namespaces?.from === 'All').map((listener) => () => { delete listener.allowedRoutes; }),
  },
  {
    name: 'Gateway: listener for another protocol',
    places: (objects) => listeners(objects).filter(({ protocol }) => protocol === 'TCP').map((listener) => () => { listener.protocol = 'UDP'; }),
  },
  {
    name: 'Gateway: a host name for TCP',
    places: (objects) => listeners(objects).filter(({ protocol }) => protocol === 'TCP').map((listener) => () => { listener.hostname = 'db.example.com'; }),
  },
  {
    name: 'Gateway: two listeners for one port',
    places: (objects) => ofKind(objects, 'Gateway').filter(({ spec }) => spec.listeners.length > 1).map(({ spec }) => () => {
      Object.assign(spec.listeners[1], { port: spec.listeners[0].port, protocol: spec.listeners[0].protocol });
    }),
  },
];

function routes(objects) {
  return L4_ROUTES.flatMap((kind) => ofKind(objects, kind));
}

function backends(objects) {
  return routes(objects).flatMap(({ spec }) => spec.rules).flatMap(({ backendRefs }) => backendRefs);
}

function listeners(objects) {
  return ofKind(objects, 'Gateway').flatMap(({ spec }) => spec.listeners);
}
