const { namespaceOf, ofKind, portsOf, serviceCalled } = require('./objects');

/** Something names a Service, or a port of it, and slips. Names of Services that are not among the objects are left as they are. */
exports.REFERENCE_DEFECTS = [
  { name: 'Ingress: Service misspelt', places: (objects) => ingressBackends(objects).map((service) => () => { service.name += 'x'; }) },
  {
    name: 'Ingress: another port number',
    places: (objects) => ingressBackends(objects).filter(({ port }) => port.number !== undefined).map(({ port }) => () => { port.number += 1; }),
  },
  {
    name: 'Ingress: port name misspelt',
    places: (objects) => ingressBackends(objects).filter(({ port }) => port.name !== undefined).map(({ port }) => () => { port.name += 'x'; }),
  },
  { name: 'webhook: Service misspelt', places: (objects) => webhookServices(objects).map((service) => () => { service.name += 'x'; }) },
  { name: 'webhook: another port', places: (objects) => webhookServices(objects).map((service) => () => { service.port = (service.port ?? 443) + 1; }) },
  { name: 'APIService: Service misspelt', places: (objects) => apiServices(objects).map((service) => () => { service.name += 'x'; }) },
  { name: 'APIService: another port', places: (objects) => apiServices(objects).map((service) => () => { service.port = (service.port ?? 443) + 1; }) },
  {
    name: 'ServiceMonitor: port name misspelt',
    places: (objects) => monitors(objects).flatMap(({ spec }) => spec.endpoints).filter(({ port }) => port !== undefined).map((endpoint) => () => { endpoint.port += 'x'; }),
  },
  {
    name: 'ServiceMonitor: label misspelt',
    places: (objects) => monitors(objects).filter(({ spec }) => spec.selector.matchLabels).map(({ spec: { selector: { matchLabels } } }) => () => {
      const [key] = Object.keys(matchLabels).slice(-1);
      matchLabels[key] += 'x';
    }),
  },
  {
    name: 'EndpointSlice: Service misspelt',
    places: (objects) => ofKind(objects, 'EndpointSlice').map(({ metadata }) => () => { metadata.labels['kubernetes.io/service-name'] += 'x'; }),
  },
  { name: 'EndpointSlice: no label', places: (objects) => ofKind(objects, 'EndpointSlice').map(({ metadata }) => () => { delete metadata.labels; }) },
  { name: 'endpoints: another port name', places: (objects) => writtenPorts(objects).map((port) => () => { port.name = `${port.name ?? 'tcp'}x`; }) },
  { name: 'endpoints: another protocol', places: (objects) => writtenPorts(objects).map((port) => () => { port.protocol = 'UDP'; }) },
  { name: 'endpoints: the number of the Service', places: (objects) => writtenPorts(objects).map((port) => () => { port.port = 443; }) },
  {
    // https://github.com/kubernetes/kubernetes/issues/98066
    name: 'endpoints: a selector on their Service',
    places: (objects) => ofKind(objects, 'Endpoints').flatMap((endpoints) => serviceCalled(objects, namespaceOf(endpoints), endpoints.metadata.name) ?? [])
      .map(({ spec, metadata }) => () => { spec.selector = { app: metadata.name }; }),
  },
  { name: 'Endpoints: name misspelt', places: (objects) => ofKind(objects, 'Endpoints').map(({ metadata }) => () => { metadata.name += 'x'; }) },
  { name: 'tcp-services: Service misspelt', places: (objects) => streams(objects).map(({ data, key }) => () => { data[key] = data[key].replace(':', 'x:'); }) },
  {
    name: 'tcp-services: another port',
    places: (objects) => streams(objects).map(({ data, key }) => () => { data[key] = data[key].replace(/:(\d+)/, (_, port) => `:${Number(port) + 1}`); }),
  },
  { name: 'tcp-services: namespace left out', places: (objects) => streams(objects).map(({ data, key }) => () => { data[key] = data[key].replace(/^[^/]+\//, ''); }) },
  { name: 'tcp-services: no port', places: (objects) => streams(objects).map(({ data, key }) => () => { data[key] = data[key].replace(/:.*/, ''); }) },
  // https://github.com/kubernetes/ingress-nginx/issues/5748
  { name: 'tcp-services: PROXY header expected, not sent', places: (objects) => streams(objects).map(({ data, key }) => () => { data[key] += ':PROXY'; }) },
  // https://github.com/kubernetes/ingress-nginx/issues/10307
  {
    name: 'tcp-services: ConfigMap in another namespace',
    places: (objects) => ofKind(objects, 'ConfigMap').filter(({ metadata }) => metadata.name === 'tcp-services').map(({ metadata }) => () => { metadata.namespace = 'elsewhere'; }),
  },
  {
    name: 'tcp-services: a port that the controller keeps',
    places: (objects) => streams(objects).map(({ data, key }) => () => {
      data['10254'] = data[key];
      delete data[key];
    }),
  },
  {
    name: 'tcp-services: the flag left out',
    places: (objects) => controllers(objects).map(({ container }) => () => { container.args = container.args.filter((arg) => !TCP_FLAG.test(arg)); }),
  },
  {
    name: 'tcp-services: the flag names another ConfigMap',
    places: (objects) => controllers(objects).map(({ container }) => () => { container.args = container.args.map((arg) => TCP_FLAG.test(arg) ? `${arg}x` : arg); }),
  },
  {
    name: 'tcp-services: port not on the controller Service',
    places: (objects) => streams(objects).flatMap(({ key }) => ofKind(objects, 'Service').filter((service) => portsOf(service).some(({ port }) => port === Number(key)) && isController(service))
      .map(({ spec }) => () => { spec.ports = spec.ports.filter(({ port }) => port !== Number(key)); })),
  },
];

const TCP_FLAG = /^--tcp-services-configmap=/;
const CONTROLLER = 'ingress-nginx';

function ingressBackends(objects) {
  return ofKind(objects, 'Ingress').flatMap((ingress) => [ingress.spec.defaultBackend, ...(ingress.spec.rules ?? []).flatMap(({ http }) => (http?.paths ?? []).map(({ backend }) => backend))]
    .map((backend) => backend?.service).filter((service) => service && serviceCalled(objects, namespaceOf(ingress), service.name)));
}

function webhookServices(objects) {
  return ['ValidatingWebhookConfiguration', 'MutatingWebhookConfiguration'].flatMap((kind) => ofKind(objects, kind)).flatMap(({ webhooks }) => webhooks)
    .map(({ clientConfig }) => clientConfig.service).filter((service) => service && serviceCalled(objects, service.namespace, service.name));
}

function apiServices(objects) {
  return ofKind(objects, 'APIService').map(({ spec }) => spec.service).filter((service) => service && serviceCalled(objects, service.namespace, service.name));
}

/** Those that find Services among the objects. */
function monitors(objects) {
  return ofKind(objects, 'ServiceMonitor').filter((monitor) => !monitor.spec.namespaceSelector && ofKind(objects, 'Service')
    .some((service) => namespaceOf(service) === namespaceOf(monitor) && Object.entries(monitor.spec.selector.matchLabels ?? {}).every(([key, value]) => service.metadata.labels?.[key] === value)));
}

function writtenPorts(objects) {
  return [...ofKind(objects, 'EndpointSlice').flatMap(({ ports }) => ports ?? []), ...ofKind(objects, 'Endpoints').flatMap(({ subsets }) => (subsets ?? []).flatMap(({ ports }) => ports ?? []))];
}

function streams(objects) {
  return ofKind(objects, 'ConfigMap').filter(({ metadata }) => metadata.name === 'tcp-services').flatMap(({ data }) => Object.keys(data).map((key) => ({ data, key })));
}

function controllers(objects) {
  return ofKind(objects, 'Deployment').flatMap(({ spec }) => spec.template.spec.containers).filter(({ args = [] }) => args.some((arg) => TCP_FLAG.test(arg))).map((container) => ({ container }));
}

function isController({ metadata }) {
  return metadata.namespace === CONTROLLER;
}
