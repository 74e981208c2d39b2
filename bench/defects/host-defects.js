const { isWorkload, namespaceOf, portsOf, serviceCalled, workloadContainers } = require('./objects');

const SHORT = /^([a-z][a-z0-9-]*):(\d+)$/;
const QUALIFIED = /([a-z][a-z0-9-]*)\.([a-z0-9-]+)\.svc((?:\.cluster\.local)?):(\d+)/;

/** A program is told the host of a Service, and one of both changes. */
exports.HOST_DEFECTS = [
  { name: 'variable with host:port: host misspelt', places: (objects) => short(objects).map(({ set, host, port }) => () => set(`${host}x:${port}`)) },
  { name: 'variable with host:port: another port', places: (objects) => short(objects).map(({ set, host, port }) => () => set(`${host}:${port + 1}`)) },
  { name: 'variable with host:port: a digit too many', places: (objects) => short(objects).map(({ set, host, port }) => () => set(`${host}:${port}1`)) },
  { name: 'host.namespace.svc: host misspelt', places: (objects) => qualified(objects).map(({ replace }) => () => replace('$1x.$2.svc$3:$4')) },
  { name: 'host.namespace.svc: another namespace', places: (objects) => qualified(objects).map(({ replace }) => () => replace('$1.$2x.svc$3:$4')) },
  { name: 'host.namespace.svc: another port', places: (objects) => qualified(objects).map(({ replace, port }) => () => replace(`$1.$2.svc$3:${port + 1}`)) },
  { name: 'Service renamed, its clients not', places: (objects) => named(objects).map(({ service }) => () => { service.metadata.name += '-v2'; }) },
  {
    name: 'Service port changed, its clients not',
    places: (objects) => named(objects).map(({ service, port }) => () => { portsOf(service).find((each) => each.port === port).port += 1; }),
  },
];

/** Variables whose value is the host and the port of a Service among the objects. */
function short(objects) {
  return objects.filter(isWorkload).flatMap((workload) => workloadContainers([workload]).flatMap(({ env = [] }) => env).flatMap((variable) => {
    const [, host, port] = SHORT.exec(variable.value ?? '') ?? [];
    const service = serviceWith(objects, namespaceOf(workload), host, Number(port));
    return service ? [{ host, port: Number(port), service, set: (value) => { variable.value = value; } }] : [];
  }));
}

/** Arguments and variables with the qualified host of a Service among the objects. */
function qualified(objects) {
  return workloadContainers(objects).flatMap(({ args = [], env = [] }) => [
    ...args.map((text, index) => ({ text, set: (value) => { args[index] = value; } })),
    ...env.map((variable) => ({ text: variable.value ?? '', set: (value) => { variable.value = value; } })),
  ]).flatMap(({ text, set }) => {
    const [, host, namespace, , port] = QUALIFIED.exec(text) ?? [];
    const service = serviceWith(objects, namespace, host, Number(port));
    return service ? [{ service, port: Number(port), replace: (by) => set(text.replace(QUALIFIED, by)) }] : [];
  });
}

/** Each Service once for each of its ports that is named. */
function named(objects) {
  const all = [...short(objects), ...qualified(objects)];
  return all.filter(({ service, port }, index) => all.findIndex((other) => other.service === service && other.port === port) === index);
}

function serviceWith(objects, namespace, host, port) {
  const service = host && serviceCalled(objects, namespace, host);
  return service && portsOf(service).some((each) => each.port === port) ? service : undefined;
}
