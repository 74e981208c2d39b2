const { isWorkload, labelsOf, namespaceOf, ofKind, selectingServices } = require('./objects');

/** A NetworkPolicy keeps out clients that came through before, or no longer guards its Pods. */
exports.NETWORK_POLICY_DEFECTS = [
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
    places: (objects) => ofKind(objects, 'NetworkPolicy').filter(({ metadata, spec }) => selectsSome(spec.podSelector, namespaceOf({ metadata }), objects)).map(({ spec }) => () => misspellLast(spec.podSelector)),
  },
  {
    name: 'NetworkPolicy: client misspelt',
    places: (objects) => ofKind(objects, 'NetworkPolicy').flatMap((policy) => (policy.spec.ingress ?? []).flatMap(({ from = [] }) => from)
      .filter(({ podSelector, namespaceSelector }) => !namespaceSelector && selectsSome(podSelector, namespaceOf(policy), objects))).map(({ podSelector }) => () => misspellLast(podSelector)),
  },
  {
    name: 'NetworkPolicy: all is denied, nothing let in',
    places: (objects) => ofKind(objects, 'NetworkPolicy').length > 0 ? [] : selectingServices(objects).slice(0, 1).map(({ metadata: { namespace } }) => () => {
      objects.push({ apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name: 'deny-all', namespace }, spec: { podSelector: {}, policyTypes: ['Ingress'] } });
    }),
  },
  {
    name: 'NetworkPolicy: clients kept from DNS',
    places: (objects) => objects.filter((object) => isWorkload(object) && !ofKind(objects, 'NetworkPolicy').some(({ spec }) => spec.policyTypes?.includes('Egress'))).map((workload) => () => {
      objects.push({
        apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name: 'clients', namespace: workload.metadata.namespace },
        spec: { podSelector: { matchLabels: { ...labelsOf(workload) } }, policyTypes: ['Egress'], egress: [{ to: [{ podSelector: {} }], ports: [{ port: 5432 }, { port: 8080 }] }] },
      });
    }),
  },
];

function policyPorts(objects) {
  return ofKind(objects, 'NetworkPolicy').flatMap(({ spec }) => (spec.ingress ?? []).flatMap(({ ports = [] }) => ports));
}

function selectsSome(selector, namespace, objects) {
  const wanted = Object.entries(selector?.matchLabels ?? {});
  return wanted.length > 0 && objects.some((object) => isWorkload(object) && namespaceOf(object) === namespace && wanted.every(([key, value]) => labelsOf(object)[key] === value));
}

function misspellLast({ matchLabels }) {
  const [key] = Object.keys(matchLabels).slice(-1);
  matchLabels[key] += 'x';
}
