import { backendsText, doubtAboutBackends, scatteredBackends } from './local-backends';
import type { Network } from '../../model/network';
import { field } from '../../model/object-node';
import type { ServiceNode } from '../../model/service-node';
import { isUsable } from '../../values/capabilities';
import { applicationServicesWith } from '../application-services';
import type { Check, Verdict } from '../check';

/** Clients whose node has no Pod of the Service. */
export const internalLocalSparse: Check = {
  name: 'internal-local-sparse',
  severity: 'warning',
  summary: 'A Service leads to Pods on the node of the client only, and not every node has one.',
  why: 'with internalTrafficPolicy: Local the node of a client that has no ready Pod drops the connection: nothing falls back to other nodes',
  see: 'https://kubernetes.io/docs/concepts/services-networking/service-traffic-policy/',
  * run(network) {
    for (const service of applicationServicesWith(network, { fields: ['internalTrafficPolicy'] })) {
      if (isLocal(service) && isUsable('internalTrafficPolicy', network.circumstances.version)) yield* verdictsOn(service, network);
    }
  },
};

function isLocal(service: ServiceNode): boolean {
  return !service.isHeadless && service.type !== 'ExternalName' && field(service, 'spec', 'internalTrafficPolicy') === 'Local';
}

function* verdictsOn(service: ServiceNode, network: Network): Iterable<Verdict> {
  const cannotTell = doubtAboutBackends(service, network);
  if (cannotTell) yield { object: service, cannotTell };
  const backends = scatteredBackends(service, network);
  if (!backends) return;
  yield {
    object: service,
    path: ['spec', 'internalTrafficPolicy'],
    fact: `answers a client only on nodes where its Pods run, and ${backendsText(backends)}`,
    fix: `make ${backends.length > 1 ? 'the workloads DaemonSets' : `${backends[0].name} a DaemonSet`}, or ${alternative(network)}`,
    related: backends,
  };
}

function alternative({ circumstances: { version } }: Network): string {
  return isUsable('trafficDistribution: PreferSameNode', version)
    ? 'remove internalTrafficPolicy and set trafficDistribution: PreferSameNode, which falls back to other nodes'
    : 'set internalTrafficPolicy: Cluster';
}
