const { hasAddress, isClusterIp, isService, isWorkload, labelsOf, listensOn, namespaceOf, portsOf, selectingServices, selects, servicesWithPorts } = require('./objects');

/** Something is wrong with a Service. */
exports.SERVICE_DEFECTS = [
  {
    name: 'selector misspelt',
    places: (objects) => selectingServices(objects).map((service) => () => misspellLast(service.spec.selector)),
  },
  {
    name: 'a second workload carries the labels',
    places: (objects) => selectingServices(objects).map((service) => () => {
      const stranger = objects.find((object) => isWorkload(object) && namespaceOf(object) === namespaceOf(service) && !selects(service, object)
        && !portsOf(service).some((port) => listensOn(object, port.targetPort ?? port.port)));
      if (!stranger) return false;
      Object.assign(labelsOf(stranger), service.spec.selector);
      return true;
    }),
  },
  {
    name: 'Service in another namespace',
    places: (objects) => selectingServices(objects).map((service) => () => { service.metadata.namespace = 'elsewhere'; }),
  },
  {
    name: 'targetPort: name misspelt',
    places: (objects) => portsWhere(objects, ({ targetPort }) => typeof targetPort === 'string', (port) => { port.targetPort += 'x'; }),
  },
  {
    name: 'targetPort: another number',
    places: (objects) => portsWhere(objects, ({ port, targetPort = port }) => typeof targetPort === 'number', (port) => {
      port.targetPort = (port.targetPort ?? port.port) + 1;
    }),
  },
  {
    name: 'targetPort: a number in quotes',
    places: (objects) => portsWhere(objects, ({ targetPort }) => typeof targetPort === 'number', (port) => { port.targetPort = String(port.targetPort); }),
  },
  {
    name: 'Service port is UDP, the Pods are TCP',
    places: (objects) => portsWhere(objects, ({ protocol = 'TCP' }) => protocol === 'TCP', (port) => { port.protocol = 'UDP'; }),
  },
  {
    name: 'protocol in lower case',
    places: (objects) => portsWhere(objects, () => true, (port) => { port.protocol = (port.protocol ?? 'TCP').toLowerCase(); }),
  },
  {
    name: 'Service port out of range',
    places: (objects) => portsWhere(objects, () => true, (port) => { port.port = 70000; }),
  },
  {
    name: 'a field misspelt: targetport',
    places: (objects) => portsWhere(objects, ({ port, targetPort }) => targetPort !== undefined && targetPort !== port, (port) => {
      port.targetport = port.targetPort;
      delete port.targetPort;
    }),
  },
  {
    name: 'a second port, and no names',
    places: (objects) => selectingServices(objects).filter((service) => portsOf(service).length === 1).map(({ spec }) => () => {
      spec.ports.push({ ...spec.ports[0], port: spec.ports[0].port + 1 });
      spec.ports.forEach((port) => { delete port.name; });
    }),
  },
  {
    name: 'two ports of one name',
    places: (objects) => servicesWithPorts(objects, 2).map(({ spec }) => () => { spec.ports[1].name = spec.ports[0].name ?? 'tcp'; }),
  },
  {
    name: 'type misspelt: Loadbalancer',
    places: (objects) => selectingServices(objects).filter(hasAddress).map(({ spec }) => () => { spec.type = 'Loadbalancer'; }),
  },
  {
    name: 'a node port without the type',
    places: (objects) => servicesWithPorts(objects, 1).filter(isClusterIp).map(({ spec }) => () => { spec.ports[0].nodePort = 30123; }),
  },
  {
    name: 'two node ports alike',
    places: (objects) => servicesWithPorts(objects, 1).filter(hasAddress).slice(0, -1).map((service, index) => () => {
      const other = servicesWithPorts(objects, 1).filter(hasAddress)[index + 1];
      [service, other].forEach(({ spec }) => {
        spec.type = 'NodePort';
        spec.ports[0].nodePort = 30123;
      });
    }),
  },
  {
    name: 'externalTrafficPolicy without the type',
    places: (objects) => selectingServices(objects).filter(isClusterIp).map(({ spec }) => () => { spec.externalTrafficPolicy = 'Local'; }),
  },
  {
    name: 'affinity for more than a day',
    places: (objects) => selectingServices(objects).filter(hasAddress).map(({ spec }) => () => {
      Object.assign(spec, { sessionAffinity: 'ClientIP', sessionAffinityConfig: { clientIP: { timeoutSeconds: 172800 } } });
    }),
  },
  {
    name: 'affinity timeout without affinity',
    places: (objects) => selectingServices(objects).filter(({ spec }) => (spec.sessionAffinity ?? 'None') === 'None').map(({ spec }) => () => {
      spec.sessionAffinityConfig = { clientIP: { timeoutSeconds: 600 } };
    }),
  },
  {
    name: 'headless, with a type for clients outside',
    places: (objects) => selectingServices(objects).filter(isClusterIp).map(({ spec }) => () => { Object.assign(spec, { type: 'LoadBalancer', clusterIP: 'None' }); }),
  },
  {
    name: 'ExternalName, and the selector left in',
    places: (objects) => selectingServices(objects).filter(isClusterIp).map(({ spec }) => () => { Object.assign(spec, { type: 'ExternalName', externalName: 'db.example.com' }); }),
  },
  {
    name: 'ExternalName is an address',
    places: (objects) => objects.filter((object) => isService(object) && object.spec.type === 'ExternalName').map(({ spec }) => () => { spec.externalName = '203.0.113.7'; }),
  },
  {
    name: 'two Services of one name',
    places: (objects) => selectingServices(objects).map((service) => () => {
      const other = selectingServices(objects).find((candidate) => candidate !== service && namespaceOf(candidate) === namespaceOf(service));
      if (!other) return false;
      objects.push({ ...structuredClone(other), metadata: { ...structuredClone(other.metadata), name: service.metadata.name } });
      return true;
    }),
  },
];

function misspellLast(labels) {
  const [key] = Object.keys(labels).slice(-1);
  labels[key] += 'x';
}

function portsWhere(objects, isPlace, change) {
  return selectingServices(objects).flatMap(portsOf).filter(isPlace).map((port) => () => change(port));
}
