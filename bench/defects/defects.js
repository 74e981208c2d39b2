// Ways to break a connection. Each finds its places in a set of objects; a place changes a copy of the set so that connections
// that worked before are refused, dropped or never set up, or the API server refuses the object.
const { containersOf, isService, isWorkload, labelsOf, namespaceOf, selects, templateOf } = require('./objects');

const portsOf = (service) => service.spec.ports ?? [];
const probesOf = (container) => ['readinessProbe', 'livenessProbe', 'startupProbe'].map((name) => container[name]).filter(Boolean);
const HOST_AND_PORT = /^([a-z][a-z0-9-]*):(\d+)$/;

exports.DEFECTS = [
  {
    name: 'selector misspelt',
    places: (objects) => objects.filter(selectsSome(objects)).map((service) => () => misspell(service.spec.selector)),
  },
  {
    name: 'Pod labels changed, not the Service',
    places: (objects) => objects.filter(isWorkload).filter(isSelectedIn(objects)).map((workload) => () => {
      misspell(labelsOf(workload));
      if (workload.spec.selector?.matchLabels) workload.spec.selector.matchLabels = { ...labelsOf(workload) };
    }),
  },
  {
    name: 'a second workload carries the labels',
    places: (objects) => objects.filter(selectsSome(objects)).map((service) => () => {
      const stranger = objects.find((object) => isWorkload(object) && namespaceOf(object) === namespaceOf(service) && !selects(service, object)
        && !portsOf(service).some((port) => listensOn(object, port.targetPort ?? port.port)));
      if (!stranger) return false;
      Object.assign(labelsOf(stranger), service.spec.selector);
      return true;
    }),
  },
  {
    name: 'Service in another namespace',
    places: (objects) => objects.filter(selectsSome(objects)).map((service) => () => { service.metadata.namespace = 'elsewhere'; }),
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
    name: 'container port renamed',
    places: (objects) => containerPorts(objects).filter(({ name }) => name !== undefined && isTargetIn(objects, name)).map((port) => () => { port.name += 'x'; }),
  },
  {
    name: 'Service port is UDP, the Pods are TCP',
    places: (objects) => portsWhere(objects, ({ protocol = 'TCP' }) => protocol === 'TCP', (port) => { port.protocol = 'UDP'; }),
  },
  {
    name: 'Service port out of range',
    places: (objects) => portsWhere(objects, () => true, (port) => { port.port = 70000; }),
  },
  {
    name: 'two node ports alike',
    places: (objects) => objects.filter(isService).slice(0, -1).map((service) => () => {
      const others = objects.filter((object) => isService(object) && object !== service && object.spec.clusterIP !== 'None' && portsOf(object).length > 0);
      if (service.spec.clusterIP === 'None' || portsOf(service).length === 0 || others.length === 0) return false;
      [service, others[0]].forEach(({ spec }) => {
        spec.type = 'NodePort';
        spec.ports[0].nodePort = 30123;
      });
      return true;
    }),
  },
  {
    name: 'a field misspelt: targetport',
    places: (objects) => portsWhere(objects, ({ port, targetPort }) => targetPort !== undefined && targetPort !== port, (port) => {
      port.targetport = port.targetPort;
      delete port.targetPort;
    }),
  },
  {
    name: 'StatefulSet: serviceName misspelt',
    places: (objects) => objects.filter(({ kind, spec }) => kind === 'StatefulSet' && spec.serviceName).map((set) => () => { set.spec.serviceName += 'x'; }),
  },
  {
    name: 'variable with host:port: host misspelt',
    places: (objects) => variablesWithHost(objects).map((variable) => () => { variable.value = variable.value.replace(':', 'x:'); }),
  },
  {
    name: 'variable with host:port: another port',
    places: (objects) => variablesWithHost(objects).map((variable) => () => { variable.value += '1'; }),
  },
  {
    name: 'probe of a port name that is not there',
    places: (objects) => workloadContainers(objects).flatMap(probesOf).flatMap((probe) => probe.httpGet ?? probe.tcpSocket ?? [])
      .map((handler) => () => { handler.port = 'absent'; }),
  },
  {
    name: 'NetworkPolicy lets another port in',
    places: (objects) => objects.filter(({ kind }) => kind === 'NetworkPolicy').flatMap(({ spec }) => (spec.ingress ?? []).flatMap(({ ports = [] }) => ports))
      .filter(({ port }) => typeof port === 'number').map((rule) => () => { rule.port += 1; }),
  },
];

function misspell(labels) {
  const [key] = Object.keys(labels).slice(-1);
  labels[key] += 'x';
}

function selectsSome(objects) {
  return (object) => isService(object) && objects.some((workload) => isWorkload(workload) && selects(object, workload));
}

function isSelectedIn(objects) {
  return (workload) => objects.some((service) => isService(service) && selects(service, workload));
}

function portsWhere(objects, isPlace, change) {
  return objects.filter(selectsSome(objects)).flatMap(portsOf).filter(isPlace).map((port) => () => change(port));
}

function workloadContainers(objects) {
  return objects.filter((object) => isWorkload(object) && templateOf(object)).flatMap(containersOf);
}

function containerPorts(objects) {
  return workloadContainers(objects).flatMap(({ ports = [] }) => ports);
}

function isTargetIn(objects, name) {
  return objects.filter(isService).flatMap(portsOf).some(({ targetPort }) => targetPort === name);
}

function listensOn(workload, port) {
  return containersOf(workload).flatMap(({ ports = [] }) => ports).some(({ name, containerPort }) => name === port || containerPort === port);
}

function variablesWithHost(objects) {
  const names = new Set(objects.filter(isService).map(({ metadata }) => metadata.name));
  return workloadContainers(objects).flatMap(({ env = [] }) => env).filter(({ value }) => names.has(HOST_AND_PORT.exec(value ?? '')?.[1]));
}
