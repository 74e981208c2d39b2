const { isService, isWorkload, labelsOf, namespaceOf, ofKind, portsOf, probesOf, selectingServices, selects, serviceCalled, workloadContainers } = require('./objects');

/** Something is wrong with the Pods. */
exports.WORKLOAD_DEFECTS = [
  {
    name: 'Pod labels changed, not the Service',
    places: (objects) => objects.filter(isWorkload).filter((workload) => serviceOf(workload, objects)).map((workload) => () => {
      const [key] = Object.keys(serviceOf(workload, objects).spec.selector).slice(-1);
      labelsOf(workload)[key] += 'x';
      if (workload.spec.selector?.matchLabels) workload.spec.selector.matchLabels = { ...labelsOf(workload) };
    }),
  },
  {
    name: 'container port renamed',
    places: (objects) => selectingServices(objects).flatMap((service) => portsOf(service).map(({ targetPort }) => ({ service, targetPort })))
      .filter(({ targetPort }) => typeof targetPort === 'string').flatMap(({ service, targetPort }) => containerPorts(objects.filter((object) => isWorkload(object) && selects(service, object)))
        .filter(({ name }) => name === targetPort)).map((port) => () => { port.name += 'x'; }),
  },
  {
    name: 'container port name over 15 characters',
    places: (objects) => containerPorts(objects).filter(({ name }) => name !== undefined).map((port) => () => { port.name = `${port.name}-of-the-container`; }),
  },
  {
    name: 'StatefulSet: serviceName misspelt',
    places: (objects) => governed(objects).map((set) => () => { set.spec.serviceName += 'x'; }),
  },
  {
    name: 'StatefulSet: governing Service removed',
    places: (objects) => governed(objects).map((set) => () => { objects.splice(objects.indexOf(governing(set, objects)), 1); }),
  },
  {
    name: 'StatefulSet: governing Service with an address',
    places: (objects) => governed(objects).map((set) => governing(set, objects)).filter(({ spec }) => spec.clusterIP === 'None').map(({ spec }) => () => { delete spec.clusterIP; }),
  },
  {
    name: 'probe of a port name that is not there',
    places: (objects) => workloadContainers(objects).flatMap(probesOf).flatMap((probe) => probe.httpGet ?? probe.tcpSocket ?? [])
      .map((handler) => () => { handler.port = 'absent'; }),
  },
];

function serviceOf(workload, objects) {
  return objects.find((object) => isService(object) && selects(object, workload));
}

function containerPorts(objects) {
  return workloadContainers(objects).flatMap(({ ports = [] }) => ports);
}

function governed(objects) {
  return ofKind(objects, 'StatefulSet').filter((set) => governing(set, objects));
}

function governing(set, objects) {
  return serviceCalled(objects, namespaceOf(set), set.spec.serviceName);
}
