// Changes after which all connections work as before: what a tool reports because of one is a false alarm. Places are as those
// of defects. After `adds`, only rules count that nothing was reported by before: what is added is judged like what was there.
const { containersOf, isService, isWorkload, labelsOf, listensOn, namespaceOf, portsOf, selectingServices, selects, templateOf, workloadContainers } = require('./objects');

exports.HARMLESS = [
  { name: 'a container renamed', places: (objects) => workloadContainers(objects).map((container) => () => { container.name += '-renamed'; }) },
  { name: 'objects in reverse order', places: (objects) => [() => { objects.reverse(); }] },
  { name: 'ports in reverse order', places: (objects) => objects.filter((object) => isService(object) && portsOf(object).length > 1).map(({ spec }) => () => { spec.ports.reverse(); }) },
  { name: 'an unrelated label on Pods', places: (objects) => objects.filter(isWorkload).map((workload) => () => { labelsOf(workload)['example.com/team'] = 'one'; }) },
  { name: 'an unrelated label on a Service', places: (objects) => objects.filter(isService).map(({ metadata }) => () => { metadata.labels = { ...metadata.labels, 'example.com/team': 'one' }; }) },
  { name: 'an annotation', places: (objects) => objects.filter(({ metadata }) => metadata).map(({ metadata }) => () => { metadata.annotations = { ...metadata.annotations, 'example.com/note': 'yes' }; }) },
  { name: 'one replica more', places: (objects) => objects.filter(({ kind }) => kind === 'Deployment').map(({ spec }) => () => { spec.replicas = (spec.replicas ?? 1) + 1; }) },
  { name: 'another version of an image', places: (objects) => workloadContainers(objects).filter(hasTag).map((container) => () => { container.image = container.image.replace(TAG, ':v99.0.1'); }) },
  {
    name: 'targetPort: name instead of number',
    places: (objects) => namedTargets(objects).map(({ port, name }) => () => { port.targetPort = name; }),
  },
  {
    name: 'targetPort: number instead of name',
    places: (objects) => numberedTargets(objects).map(({ port, number }) => () => { port.targetPort = number; }),
  },
  { name: 'targetPort written out', places: (objects) => portsWithout(objects, 'targetPort').map((port) => () => { port.targetPort = port.port; }) },
  { name: 'protocol: TCP written out', places: (objects) => portsWithout(objects, 'protocol').map((port) => () => { port.protocol = 'TCP'; }) },
  { name: 'a single port gets a name', places: (objects) => selectingServices(objects).map(portsOf).filter((ports) => ports.length === 1 && ports[0].name === undefined).map(([port]) => () => { port.name = 'main'; }) },
  {
    name: 'defaults of a Service written out',
    places: (objects) => selectingServices(objects).map(({ spec }) => () => { Object.assign(spec, { type: 'ClusterIP', sessionAffinity: 'None', internalTrafficPolicy: 'Cluster', ...spec }); }),
  },
  {
    name: 'the namespace written out everywhere',
    places: (objects) => objects.some(({ metadata }) => metadata?.namespace) ? [] : [() => objects.filter(({ kind }) => !CLUSTER_WIDE.test(kind)).forEach(({ metadata }) => { metadata.namespace = 'default'; })],
  },
  {
    name: 'an unrelated Deployment',
    adds: true,
    places: (objects) => objects.filter(({ kind }) => kind === 'Deployment').map((deployment) => () => { objects.push(unrelated(deployment), ...guards(deployment, objects).map(unrelatedGuard)); }),
  },
  {
    name: 'a headless Service beside one with an address',
    adds: true,
    places: (objects) => selectingServices(objects).filter(keepsNumbers).map(({ metadata, spec: { selector, ports } }) => () => {
      const peers = { name: `${metadata.name}-peers`, namespace: metadata.namespace };
      objects.push(structuredClone({ apiVersion: 'v1', kind: 'Service', metadata: peers, spec: { clusterIP: 'None', selector, ports: ports.map(({ nodePort, ...port }) => port) } }));
    }),
  },
  {
    name: 'the selector narrowed to a label that the Pods have',
    places: (objects) => selectingServices(objects).flatMap((service) => Object.entries(labelsOf(workloadOf(service, objects))).filter(([key]) => !service.spec.selector[key] && /component|part-of|tier/.test(key))
      .map(([key, value]) => () => { service.spec.selector[key] = value; })),
  },
];

const TAG = /:[^:/]+$/;
const CLUSTER_WIDE = /^(Namespace|ClusterRole|ClusterRoleBinding|APIService|GatewayClass|IngressClass|.*WebhookConfiguration|.*List)$/;

function hasTag({ image }) {
  return image !== undefined && TAG.test(image) && !image.includes('@');
}

/** Whether clients of the Pods themselves find the same ports as those of the Service. */
function keepsNumbers(service) {
  return service.spec.clusterIP !== 'None' && portsOf(service).every(({ port, targetPort = port }) => port === targetPort);
}

function portsWithout(objects, field) {
  return selectingServices(objects).flatMap(portsOf).filter((port) => port[field] === undefined);
}

function workloadOf(service, objects) {
  return objects.find((object) => isWorkload(object) && selects(service, object));
}

/** Ports whose number has a name in all the Pods. */
function namedTargets(objects) {
  return targets(objects).flatMap(({ port, workloads }) => {
    const [{ name } = {}] = containersOf(workloads[0]).flatMap(({ ports = [] }) => ports).filter(({ containerPort, protocol = 'TCP' }) => containerPort === port.targetPort && protocol === (port.protocol ?? 'TCP'));
    return name !== undefined && workloads.every((workload) => listensOn(workload, name)) ? [{ port, name }] : [];
  });
}

function numberedTargets(objects) {
  return targets(objects).flatMap(({ port, workloads }) => {
    const numbers = new Set(workloads.flatMap(containersOf).flatMap(({ ports = [] }) => ports).filter(({ name }) => name === port.targetPort).map(({ containerPort }) => containerPort));
    return numbers.size === 1 ? [{ port, number: [...numbers][0] }] : [];
  });
}

function targets(objects) {
  return selectingServices(objects).flatMap((service) => portsOf(service).map((port) => ({ port, workloads: objects.filter((object) => isWorkload(object) && selects(service, object)) })));
}

const UNRELATED = { 'example.com/app': 'unrelated' };

/** The same Deployment under another name and with labels of its own. */
function unrelated(deployment) {
  const copy = structuredClone(deployment);
  copy.metadata = { ...copy.metadata, name: 'unrelated', labels: UNRELATED };
  copy.spec.selector = { matchLabels: UNRELATED };
  templateOf(copy).metadata = { ...templateOf(copy).metadata, labels: UNRELATED };
  return copy;
}

/** The policies and the budgets for the Pods of a Deployment. */
function guards(deployment, objects) {
  const labels = labelsOf(deployment);
  const isFor = (selector) => Object.entries(selector?.matchLabels ?? {}).every(([key, value]) => labels[key] === value);
  return objects.filter((object) => namespaceOf(object) === namespaceOf(deployment)
    && ((object.kind === 'NetworkPolicy' && isFor(object.spec.podSelector)) || (object.kind === 'PodDisruptionBudget' && isFor(object.spec.selector))));
}

function unrelatedGuard(guard, index) {
  const copy = structuredClone(guard);
  copy.metadata.name = `unrelated-${index}`;
  copy.spec[guard.kind === 'NetworkPolicy' ? 'podSelector' : 'selector'] = { matchLabels: UNRELATED };
  return copy;
}
