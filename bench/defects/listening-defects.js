const { containersOf, hasAddress, isWorkload, labelsOf, portsOf, selectingServices, selects, templateOf, workloadContainers } = require('./objects');

/** The Pods do not listen where a Service sends to, or are not ready for it. */
exports.LISTENING_DEFECTS = [
  // https://github.com/kubernetes/website/issues/7281
  {
    name: 'told to listen on 127.0.0.1',
    places: (objects) => toldAddresses(objects).map(({ args, index, option }) => () => { args[index] = args[index].replace(ADDRESS, `${option}127.0.0.1:$3`); }),
  },
  {
    name: 'told to listen on another port',
    places: (objects) => [
      ...toldAddresses(objects).map(({ args, index }) => () => { args[index] = args[index].replace(ADDRESS, (_, option, host, port) => `${option}${host}:${Number(port) + 1}`); }),
      ...portVariables(objects).map((variable) => () => { variable.value = String(Number(variable.value) + 1); }),
    ],
  },
  {
    name: 'port declared by an init container only',
    places: (objects) => namedTargets(objects).map(({ workload, container }) => () => {
      const { readinessProbe, livenessProbe, startupProbe, lifecycle, ...prepare } = structuredClone(container);
      templateOf(workload).spec.initContainers = [{ ...prepare, name: 'prepare' }];
      delete container.ports;
    }),
  },
  // https://github.com/kubernetes/kubernetes/issues/62366
  {
    name: 'two containers on one port',
    adds: true,
    places: (objects) => targeted(objects).filter((workload) => containersOf(workload)[0].ports?.length > 0).map((workload) => () => {
      const [first] = containersOf(workload);
      containersOf(workload).push({ ...structuredClone(first), name: 'beside' });
    }),
  },
  {
    name: 'readiness probe of another number',
    places: (objects) => workloadContainers(objects).map(({ readinessProbe: probe }) => probe?.httpGet ?? probe?.tcpSocket ?? probe?.grpc)
      .filter((handler) => typeof handler?.port === 'number').map((handler) => () => { handler.port += 1; }),
  },
  { name: 'no replicas', places: (objects) => targeted(objects).filter(({ kind }) => kind !== 'DaemonSet').map(({ spec }) => () => { spec.replicas = 0; }) },
  // https://github.com/stackrox/kube-linter/issues/179
  {
    name: 'label on the workload, not on its Pods',
    places: (objects) => selectingServices(objects).flatMap((service) => objects.filter((object) => isWorkload(object) && selects(service, object)).slice(0, 1)
      .map((workload) => () => {
        const [key] = Object.keys(service.spec.selector).slice(-1);
        workload.metadata.labels = { ...workload.metadata.labels, [key]: labelsOf(workload)[key] };
        templateOf(workload).metadata.labels = { ...labelsOf(workload), [key]: undefined, 'example.com/instance': 'one' };
        workload.spec.selector = { matchLabels: { 'example.com/instance': 'one' } };
      })),
  },
  // https://github.com/prometheus-community/helm-charts/issues/3709
  {
    name: 'selector keeps the label of an old version',
    places: (objects) => selectingServices(objects).map(({ spec }) => () => { spec.selector['app.kubernetes.io/version'] = 'v0.0.1'; }),
  },
  {
    name: 'selector of a Pod that a StatefulSet has not',
    places: (objects) => selectingServices(objects).flatMap((service) => objects.filter((object) => object.kind === 'StatefulSet' && selects(service, object) && hasAddress(service))
      .map(({ metadata: { name }, spec: { replicas = 1 } }) => () => { service.spec.selector = { ...service.spec.selector, 'statefulset.kubernetes.io/pod-name': `${name}-${replicas}` }; })),
  },
  {
    name: 'two target ports swapped',
    places: (objects) => selectingServices(objects).map(portsOf).filter(([one, other]) => other && one.targetPort !== other.targetPort && other.targetPort !== undefined).map(([one, other]) => () => {
      [one.targetPort, other.targetPort] = [other.targetPort, one.targetPort ?? one.port];
    }),
  },
  // https://github.com/kubernetes/kubernetes/issues/17634
  {
    name: 'headless, and the port is not the target port',
    places: (objects) => selectingServices(objects).filter((service) => hasAddress(service) && portsOf(service).some((port) => isMapped(port, service, objects))).map(({ spec }) => () => {
      Object.assign(spec, { type: 'ClusterIP', clusterIP: 'None' });
      spec.ports.forEach((port) => { delete port.nodePort; });
    }),
  },
  // https://github.com/cadence-workflow/cadence-charts/issues/90
  {
    name: 'Pods published that are not ready',
    places: (objects) => selectingServices(objects).filter((service) => hasAddress(service) && !service.spec.publishNotReadyAddresses && areProbed(service, objects))
      .map(({ spec }) => () => { spec.publishNotReadyAddresses = true; }),
  },
];

const ADDRESS = /^(--?[\w.-]*(?:listen|bind)[\w.-]*=)(0\.0\.0\.0|\[::\]|):(\d+)$/;

/** Arguments that say where to listen, on a port that a Service sends to. */
function toldAddresses(objects) {
  return targeted(objects).flatMap((workload) => containersOf(workload).flatMap(({ args = [] }) => args.flatMap((arg, index) => {
    const [, option, , port] = ADDRESS.exec(arg) ?? [];
    return option && targetNumbers(workload, objects).includes(Number(port)) ? [{ args, index, option }] : [];
  })));
}

function portVariables(objects) {
  return targeted(objects).flatMap((workload) => containersOf(workload).flatMap(({ env = [] }) => env).filter(({ name, value }) => name === 'PORT' && targetNumbers(workload, objects).includes(Number(value))));
}

function targeted(objects) {
  return objects.filter((object) => isWorkload(object) && selectingServices(objects).some((service) => selects(service, object)));
}

function targetNumbers(workload, objects) {
  return selectingServices(objects).filter((service) => selects(service, workload)).flatMap(portsOf).flatMap((port) => numbersOf(port, workload));
}

function numbersOf({ port, targetPort = port }, workload) {
  return typeof targetPort === 'number' ? [targetPort] : containersOf(workload).flatMap(({ ports = [] }) => ports).filter(({ name }) => name === targetPort).map(({ containerPort }) => containerPort);
}

function isMapped(port, service, objects) {
  return objects.some((object) => isWorkload(object) && selects(service, object) && numbersOf(port, object).some((number) => number !== port.port));
}

function areProbed(service, objects) {
  return objects.some((object) => isWorkload(object) && selects(service, object) && containersOf(object).some(({ readinessProbe }) => readinessProbe));
}

function namedTargets(objects) {
  return targeted(objects).flatMap((workload) => containersOf(workload).filter(({ ports = [] }) => ports.some(({ name }) => name && selectingServices(objects)
    .some((service) => hasAddress(service) && selects(service, workload) && portsOf(service).some(({ targetPort }) => targetPort === name)))).map((container) => ({ workload, container })));
}
