exports.isService = isService;
exports.isWorkload = isWorkload;
exports.templateOf = templateOf;
exports.labelsOf = (workload) => templateOf(workload).metadata.labels;
exports.containersOf = containersOf;
exports.namespaceOf = namespaceOf;
exports.portsOf = portsOf;
exports.selects = selects;
exports.selectingServices = selectingServices;
exports.servicesWithPorts = (objects, count) => selectingServices(objects).filter((service) => portsOf(service).length >= count);
exports.hasAddress = ({ spec }) => spec.type !== 'ExternalName' && spec.clusterIP !== 'None';
exports.isClusterIp = ({ spec }) => (spec.type ?? 'ClusterIP') === 'ClusterIP' && spec.clusterIP !== 'None';
exports.ofKind = (objects, kind) => objects.filter((object) => object.kind === kind);
exports.serviceCalled = (objects, namespace, name) => objects.find((object) => isService(object) && namespaceOf(object) === namespace && object.metadata.name === name);
exports.workloadContainers = (objects) => objects.filter(isWorkload).flatMap(containersOf);
exports.probesOf = (container) => ['readinessProbe', 'livenessProbe', 'startupProbe'].map((name) => container[name]).filter(Boolean);
exports.listensOn = (workload, port) => containersOf(workload).flatMap(({ ports = [] }) => ports)
  .some(({ name, containerPort }) => name === port || containerPort === port);

/** The Services that have Pods among the workloads. */
function selectingServices(objects) {
  return objects.filter((object) => isService(object) && objects.some((workload) => isWorkload(workload) && selects(object, workload)));
}

function isService({ kind, apiVersion, spec }) {
  return kind === 'Service' && apiVersion === 'v1' && spec !== undefined;
}

function isWorkload({ kind, spec }) {
  return ['Deployment', 'StatefulSet', 'DaemonSet'].includes(kind) && spec?.template !== undefined;
}

function selects(service, workload) {
  const wanted = Object.entries(service.spec.selector ?? {});
  const labels = templateOf(workload).metadata?.labels ?? {};
  return namespaceOf(service) === namespaceOf(workload) && wanted.length > 0 && wanted.every(([key, value]) => labels[key] === value);
}

function portsOf(service) {
  return service.spec.ports ?? [];
}

function containersOf(workload) {
  return templateOf(workload).spec.containers;
}

function templateOf(workload) {
  return workload.spec.template;
}

function namespaceOf({ metadata }) {
  return metadata?.namespace ?? 'default';
}
