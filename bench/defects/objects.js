exports.isService = ({ kind, apiVersion, spec }) => kind === 'Service' && apiVersion === 'v1' && spec !== undefined;
exports.isWorkload = ({ kind, spec }) => ['Deployment', 'StatefulSet', 'DaemonSet'].includes(kind) && spec?.template !== undefined;
exports.templateOf = templateOf;
exports.labelsOf = (workload) => templateOf(workload).metadata.labels;
exports.containersOf = (workload) => templateOf(workload).spec.containers;
exports.namespaceOf = namespaceOf;

exports.selects = (service, workload) => {
  const wanted = Object.entries(service.spec.selector ?? {});
  const labels = templateOf(workload).metadata?.labels ?? {};
  return namespaceOf(service) === namespaceOf(workload) && wanted.length > 0 && wanted.every(([key, value]) => labels[key] === value);
};

function templateOf(workload) {
  return workload.spec.template;
}

function namespaceOf({ metadata }) {
  return metadata?.namespace ?? 'default';
}
