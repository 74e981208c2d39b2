// Says in a line each what a set of Kubernetes objects publishes.

/** One line for each port that clients outside can connect to through ingress-nginx or a Gateway. */
exports.describeForwards = (objects) => [...forwardsOfIngressNginx(objects), ...forwardsOfGateways(objects)];

const forwardsOfIngressNginx = (objects) => objects
  .filter(({ kind, metadata }) => kind === 'ConfigMap' && /^(tcp|udp)-services$/.test(metadata.name))
  .flatMap(({ metadata, data }) => Object.entries(data).map(([listenPort, entry]) =>
    `port ${listenPort}/${metadata.name.slice(0, 3).toUpperCase()} of the ingress-nginx address → Service ${entry}`));

const forwardsOfGateways = (objects) => objects
  .filter(({ kind }) => kind === 'Gateway')
  .flatMap((gateway) => gateway.spec.listeners.flatMap(({ name, port, protocol }) => backendsOf(gateway, name, objects).map((backend) =>
    `port ${port}/${protocol} of Gateway ${gateway.metadata.name} → Service ${backend}`)));

const backendsOf = (gateway, listener, objects) => objects
  .filter(({ kind, spec }) => /^(TCP|UDP)Route$/.test(kind)
    && spec.parentRefs.some(({ name, sectionName }) => name === gateway.metadata.name && sectionName === listener))
  .flatMap(({ spec }) => spec.rules[0].backendRefs.map(({ name, port }) => `${name}:${port}`));

/** One line for each Service. */
exports.describeServices = (objects) => objects
  .filter(({ kind, metadata }) => kind === 'Service' && metadata.namespace !== 'ingress-nginx')
  .map((service) => `${service.metadata.name}: ${describeService(service, objects)}`);

function describeService({ metadata, spec }, objects) {
  if (spec.type === 'ExternalName') return `a DNS alias for ${spec.externalName}`;
  const ports = (spec.ports ?? []).map(({ port, targetPort }) => port === targetPort ? `${port}` : `${port} → ${targetPort}`).join(', ');
  return [reach(spec), `port ${ports}`, backends(metadata, spec, objects), ...preferences(spec, metadata)].join(', ');
}

function reach({ type, clusterIP, loadBalancerIP }) {
  if (clusterIP === 'None') return 'DNS answers with every Pod';
  if (type === 'NodePort') return 'on every node';
  if (type === 'LoadBalancer') return `behind a load balancer${loadBalancerIP ? ` at ${loadBalancerIP}` : ''}`;
  return 'inside the cluster';
}

function backends({ name }, { selector }, objects) {
  if (selector) return `Pods with ${Object.entries(selector).map((label) => label.join('=')).join(' and ')}`;
  const endpoints = objects.filter((object) => object.kind === 'Endpoints' && object.metadata.name === name);
  const addresses = endpoints.flatMap(({ subsets }) => subsets.flatMap((subset) => subset.addresses.map(({ ip }) => ip)));
  return `answered outside the cluster by ${addresses.join(', ')}`;
}

function preferences(spec, { annotations = {} }) {
  const fields = ['sessionAffinity', 'externalTrafficPolicy', 'internalTrafficPolicy', 'trafficDistribution', 'topologyKeys'];
  const settings = Object.entries(annotations).map(([key, value]) => `${key.split('/').pop()} ${value}`);
  return [...fields.filter((field) => spec[field] !== undefined).map((field) => `${field} ${[spec[field]].flat().join(' > ')}`), ...settings];
}
