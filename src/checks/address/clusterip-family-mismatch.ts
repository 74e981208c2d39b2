import { clusterAddresses } from './cluster-addresses';
import { ipFamiliesOf } from './ip-families';
import { listAt, textAt } from '../../kube/field';
import { isPlaceholder } from '../../kube/placeholder';
import type { ServiceNode } from '../../model/service-node';
import { applicationServicesWith } from '../application-services';
import type { Check, Problem } from '../check';

/** Cluster addresses that contradict each other or the families. */
export const clusteripFamilyMismatch: Check = {
  name: 'clusterip-family-mismatch',
  severity: 'error',
  summary: 'The cluster addresses of a Service contradict each other or its IP families.',
  why: 'clusterIP is the first of clusterIPs, and each of them is of the family in the same place of ipFamilies; the API server refuses anything else',
  see: 'https://kubernetes.io/docs/concepts/services-networking/dual-stack/#services',
  * run(network) {
    for (const service of applicationServicesWith(network, { fields: ['clusterIP', 'clusterIPs'] })) {
      if (service.type === 'ExternalName') continue;
      yield* differentFirst(service);
      yield* sameFamilyTwice(service);
      yield* otherFamily(service);
    }
  },
};

function* differentFirst(service: ServiceNode): Iterable<Problem> {
  const single = textAt(service.object, 'spec', 'clusterIP') ?? '';
  const [first] = listAt(service.object, 'spec', 'clusterIPs');
  if (typeof first !== 'string' || first === single || isPlaceholder(first) || isPlaceholder(single)) return;
  yield single === ''
    ? { object: service, path: ['spec', 'clusterIPs'], fact: `has clusterIPs beginning with ${first} and no clusterIP`, fix: `add clusterIP: ${first}` }
    : { object: service, path: ['spec', 'clusterIP'], fact: `has clusterIP ${single} and clusterIPs beginning with ${first}`, fix: `set clusterIP: ${first}, or put ${single} first in clusterIPs` };
}

function* sameFamilyTwice(service: ServiceNode): Iterable<Problem> {
  const [first, ...others] = clusterAddresses(service);
  const second = others.find(({ family }) => family !== undefined && family === first.family);
  if (!second) return;
  yield {
    object: service,
    path: second.path,
    fact: `asks for two addresses of one family, ${first.text} and ${second.text}`,
    fix: `remove ${second.text}: a Service has one ${second.family} address`,
  };
}

function* otherFamily(service: ServiceNode): Iterable<Problem> {
  if (service.isHeadless) return;
  const families = ipFamiliesOf(service);
  for (const [index, { text, family, path }] of clusterAddresses(service).entries()) {
    const asked = families[index];
    if (family === undefined || !['IPv4', 'IPv6'].includes(asked as string) || asked === family) continue;
    yield {
      object: service,
      path,
      fact: `asks for the ${family} address ${text}, and ipFamilies[${index}] is ${String(asked)}`,
      fix: `set ipFamilies[${index}] to ${family}, or give an ${String(asked)} address`,
    };
  }
}
