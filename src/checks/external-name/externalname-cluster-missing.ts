import { clusterNameIn, type ClusterName } from './cluster-name';
import { externalNames, hostOf, mayBeProxied, type ExternalNameNode } from './external-names';
import type { Network } from '../../model/network';
import { oncePerNetwork } from '../../model/once-per-network';
import { operatedIn } from '../../model/operators';
import { similarName } from '../../values/similar-name';
import type { Check, Verdict } from '../check';

/** A Service is an alias of one in the cluster that is not there, or not under that name. */
export const externalnameClusterMissing: Check = {
  name: 'externalname-cluster-missing',
  severity: 'warning',
  summary: 'The externalName of a Service names one of the cluster that is not there, or leaves out the domain of the cluster.',
  why: 'the alias leads to a name that does not exist, and clients cannot resolve the Service',
  see: 'https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#services',
  * run(network) {
    for (const service of externalNames(network)) {
      const target = clusterNameIn(hostOf(service));
      // `orders.shop` may be a host of the internet, too.
      const isMeant = target && (target.isMarked || network.service(target.namespace, target.name));
      const verdict = isMeant && (target.isComplete ? verdictOn(service, target, network) : withoutDomain(service, target, network));
      if (verdict) yield verdict;
    }
  },
};

function verdictOn(service: ExternalNameNode, { name, namespace }: ClusterName, network: Network): Verdict | undefined {
  if (network.service(namespace, name)) return undefined;
  const names = servicesOf(network).get(namespace) ?? [];
  const isKnown = network.circumstances.unreadable.length === 0 && !operatedIn(network, namespace) && names.length <= 1000;
  const meant = isKnown ? similarName(name, names) : undefined;
  if (meant === undefined) return { object: service, cannotTell: `Service ${namespace}/${name} is not among the objects` };
  const related = network.service(namespace, meant);
  return {
    object: service,
    path: ['spec', 'externalName'],
    fact: `is an alias of Service ${namespace}/${name}, which is not among the objects; there is ${namespace}/${meant}`,
    fix: `write externalName: ${meant}.${namespace}.svc.cluster.local`,
    related: related ? [related] : [],
  };
}

/** Search domains complete what a client asks for, but not what an alias leads to. */
function withoutDomain(service: ExternalNameNode, { name, namespace }: ClusterName, network: Network): Verdict {
  return {
    object: service,
    path: ['spec', 'externalName'],
    fact: `is an alias of ${service.externalName}, which lacks the domain of the cluster`,
    why: 'search domains complete the name that a client asks for, and not the one that an alias leads to: it does not resolve',
    fix: `write externalName: ${name}.${namespace}.svc.cluster.local, or the domain of your cluster`,
    ...mayBeProxied(service, network) ? { severity: 'info' } : {},
  };
}

const servicesOf = oncePerNetwork(({ services }) => {
  const names = new Map<string, string[]>();
  for (const { namespace, name } of services) {
    const list = names.get(namespace);
    if (list) list.push(name);
    else names.set(namespace, [name]);
  }
  return names;
});
