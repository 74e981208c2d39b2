const { isService, isWorkload, labelsOf, namespaceOf, ofKind, portsOf, probesOf, selectingServices, selects, serviceCalled, workloadContainers } = require('./objects');

const HOST_AND_PORT = /^([a-z][a-z0-9-]*):(\d+)$/;

/** Something is wrong with the Pods, or with what lets clients in to them. */
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
  {
    name: 'variable with host:port: host misspelt',
    places: (objects) => variablesWithHost(objects).map((variable) => () => { variable.value = variable.value.replace(':', 'x:'); }),
  },
  {
    name: 'variable with host:port: another port',
    places: (objects) => variablesWithHost(objects).map((variable) => () => {
      const [, host, port] = HOST_AND_PORT.exec(variable.value);
      variable.value = `${host}:${Number(port) + 1}`;
    }),
  },
  {
    name: 'variable with host:port: a digit too many',
    places: (objects) => variablesWithHost(objects).map((variable) => () => { variable.value += '1'; }),
  },
  {
    name: 'NetworkPolicy lets another port in',
    places: (objects) => policyPorts(objects).filter(({ port }) => typeof port === 'number').map((rule) => () => { rule.port += 1; }),
  },
  {
    name: 'NetworkPolicy lets another protocol in',
    places: (objects) => policyPorts(objects).filter(({ protocol = 'TCP' }) => protocol === 'TCP').map((rule) => () => { rule.protocol = 'UDP'; }),
  },
  {
    name: 'NetworkPolicy: podSelector misspelt',
    places: (objects) => ofKind(objects, 'NetworkPolicy').filter((policy) => guarded(policy, objects).length > 0 && Object.keys(wantedLabels(policy)).length > 0).map((policy) => () => {
      const [key] = Object.keys(wantedLabels(policy)).slice(-1);
      wantedLabels(policy)[key] += 'x';
    }),
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

function variablesWithHost(objects) {
  return objects.filter(isWorkload).flatMap((workload) => workloadContainers([workload]).flatMap(({ env = [] }) => env)
    .filter(({ value }) => namesPort(HOST_AND_PORT.exec(value ?? ''), namespaceOf(workload), objects)));
}

function namesPort(match, namespace, objects) {
  const service = match && serviceCalled(objects, namespace, match[1]);
  return service && portsOf(service).some(({ port }) => port === Number(match[2]));
}

function policyPorts(objects) {
  return ofKind(objects, 'NetworkPolicy').flatMap(({ spec }) => (spec.ingress ?? []).flatMap(({ ports = [] }) => ports));
}

function guarded(policy, objects) {
  return objects.filter((object) => isWorkload(object) && namespaceOf(object) === namespaceOf(policy)
    && Object.entries(wantedLabels(policy)).every(([key, value]) => labelsOf(object)[key] === value));
}

function wantedLabels({ spec }) {
  return spec.podSelector?.matchLabels ?? {};
}
