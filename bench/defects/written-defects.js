const { containersOf, hasAddress, isClusterIp, isWorkload, labelsOf, ofKind, portsOf, selectingServices, selects, servicesWithPorts, workloadContainers } = require('./objects');

/** Something is written in a way that the API server refuses. */
exports.WRITTEN_DEFECTS = [
  { name: 'port in quotes', places: (objects) => selectingServices(objects).flatMap(portsOf).map((port) => () => { port.port = String(port.port); }) },
  {
    name: 'container port in quotes',
    places: (objects) => workloadContainers(objects).flatMap(({ ports = [] }) => ports).map((port) => () => { port.containerPort = String(port.containerPort); }),
  },
  {
    name: 'ports beside spec',
    places: (objects) => servicesWithPorts(objects, 1).map((service) => () => {
      service.ports = service.spec.ports;
      delete service.spec.ports;
    }),
  },
  { name: 'apiVersion of another kind', places: (objects) => selectingServices(objects).map((service) => () => { service.apiVersion = 'apps/v1'; }) },
  { name: 'apiVersion that was removed', places: (objects) => ofKind(objects, 'Ingress').map((ingress) => () => { ingress.apiVersion = 'extensions/v1beta1'; }) },
  { name: 'Service name begins with a digit', places: (objects) => selectingServices(objects).map(({ metadata }) => () => { metadata.name = `1-${metadata.name}`; }) },
  { name: 'selector value is a number', places: (objects) => selectingServices(objects).map(({ spec }) => () => { spec.selector.release = 1; }) },
  { name: 'label of Pods is a number', places: (objects) => objects.filter(isWorkload).map((workload) => () => { labelsOf(workload).release = 1; }) },
  {
    name: 'sessionAffinity misspelt: clientIP',
    places: (objects) => selectingServices(objects).filter(hasAddress).map(({ spec }) => () => { spec.sessionAffinity = 'clientIP'; }),
  },
  {
    name: 'two IP families, a single stack',
    places: (objects) => selectingServices(objects).filter(hasAddress).map(({ spec }) => () => {
      Object.assign(spec, { ipFamilies: ['IPv4', 'IPv6'], ipFamilyPolicy: 'SingleStack' });
    }),
  },
  {
    name: 'two Services of one cluster IP',
    places: (objects) => pairs(selectingServices(objects).filter(isClusterIp)).map((services) => () => {
      services.forEach(({ spec }) => { spec.clusterIP = '10.96.0.77'; });
    }),
  },
  {
    name: 'node port out of range',
    places: (objects) => servicesWithPorts(objects, 1).filter(hasAddress).map(({ spec }) => () => {
      spec.type = 'NodePort';
      spec.ports[0].nodePort = 8080;
    }),
  },
  {
    name: 'source ranges without the type',
    places: (objects) => selectingServices(objects).filter(isClusterIp).map(({ spec }) => () => { spec.loadBalancerSourceRanges = ['203.0.113.0/24']; }),
  },
  { name: 'source range without a mask', places: (objects) => balanced(objects).map(({ spec }) => () => { spec.loadBalancerSourceRanges = ['203.0.113.7']; }) },
  {
    name: 'workload selector misspelt',
    places: (objects) => objects.filter((object) => isWorkload(object) && object.spec.selector?.matchLabels && selectingServices(objects).some((service) => selects(service, object)))
      .map(({ spec: { selector } }) => () => {
        const [key] = Object.keys(selector.matchLabels).slice(-1);
        selector.matchLabels = { ...selector.matchLabels, [key]: `${selector.matchLabels[key]}x` };
      }),
  },
  {
    name: 'two container ports of one name',
    places: (objects) => objects.filter(isWorkload).flatMap(containersOf).filter(({ ports = [] }) => ports.length > 1 && ports[0].name).map(({ ports }) => () => { ports[1].name = ports[0].name; }),
  },
  {
    name: 'ExternalName with a port',
    places: (objects) => ofKind(objects, 'Service').filter(({ spec }) => spec.type === 'ExternalName').map(({ spec }) => () => { spec.externalName += ':5432'; }),
  },
  { name: 'EndpointSlice: no address type', places: (objects) => ofKind(objects, 'EndpointSlice').map((slice) => () => { delete slice.addressType; }) },
  {
    name: 'EndpointSlice: a loopback address',
    places: (objects) => ofKind(objects, 'EndpointSlice').map(({ endpoints }) => () => { endpoints[0].addresses = ['127.0.0.1']; }),
  },
];

function pairs(list) {
  return list.slice(0, -1).map((one, index) => [one, list[index + 1]]);
}

function balanced(objects) {
  return selectingServices(objects).filter(({ spec }) => spec.type === 'LoadBalancer');
}
