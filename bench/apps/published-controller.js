// The edits that publish ports through ingress-nginx, made by hand on plain objects.

const FIRST_PORT = 20000;

/** The ports, one for each Service: 20000 is that of service-0. */
const listeners = (size) => Array.from({ length: size }, (_, index) => FIRST_PORT + index);

/** The controller's objects with the flag and the Service ports. */
const published = (objects, size) => objects.map((object) => {
  if (object.metadata.name !== 'ingress-nginx-controller') return object;
  if (object.kind === 'Deployment') return withFlag(object);
  return object.kind === 'Service' ? withPorts(object, size) : object;
});

/** The ConfigMap with the entries. */
const tcpServices = (size) => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'tcp-services', namespace: 'ingress-nginx' },
  data: Object.fromEntries(listeners(size).map((port, index) => [port, `default/service-${index}:80`])),
});

function withFlag(deployment) {
  const copy = structuredClone(deployment);
  copy.spec.template.spec.containers[0].args.push('--tcp-services-configmap=$(POD_NAMESPACE)/tcp-services');
  return copy;
}

function withPorts(service, size) {
  const added = listeners(size).map((port) => ({ name: `tcp-${port}`, port, protocol: 'TCP', targetPort: port }));
  return { ...service, spec: { ...service.spec, ports: [...service.spec.ports, ...added] } };
}

module.exports = { listeners, published, tcpServices };
