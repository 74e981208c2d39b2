import { listAt, textAt } from '../../kube/field';
import { isPlaceholder } from '../../kube/placeholder';
import type { Network } from '../../model/network';
import type { ServiceNode } from '../../model/service-node';
import { CAPABILITIES, isUsable } from '../../values/capabilities';
import { applicationServicesWith } from '../application-services';
import type { Check, Problem } from '../check';

/** A policy for connections that cannot arrive. */
export const externalPolicyOnInternal: Check = {
  name: 'external-policy-on-internal',
  severity: 'error',
  summary: 'A Service has an externalTrafficPolicy and cannot be reached from outside.',
  why: 'the API server refuses the policy on a Service without node ports or external addresses',
  see: 'https://kubernetes.io/docs/reference/networking/virtual-ips/#external-traffic-policy',
  * run(network) {
    for (const service of applicationServicesWith(network, { fields: ['externalTrafficPolicy'] })) yield* problemsOf(service, network);
  },
};

function* problemsOf(service: ServiceNode, network: Network): Iterable<Problem> {
  const policy = textAt(service.object, 'spec', 'externalTrafficPolicy');
  if (!policy || isPlaceholder(policy) || !['ClusterIP', 'ExternalName'].includes(service.type)) return;
  const hasExternalAddress = service.type === 'ClusterIP' && listAt(service.object, 'spec', 'externalIPs').length > 0;
  if (!hasExternalAddress) yield onInternal(service, policy);
  else if (!isUsable(EXTERNAL_IPS, network.circumstances.version)) yield onExternalAddress(service, policy, network);
}

function onInternal(service: ServiceNode, policy: string): Problem {
  const inside = policy === 'Local' && service.type === 'ClusterIP' ? '; for clients in the cluster the field is internalTrafficPolicy' : '';
  return {
    object: service,
    path: ['spec', 'externalTrafficPolicy'],
    fact: `is of type ${service.type} and has externalTrafficPolicy: ${policy}`,
    fix: `remove externalTrafficPolicy, or set type: LoadBalancer${inside}`,
  };
}

function onExternalAddress(service: ServiceNode, policy: string, { circumstances: { version } }: Network): Problem {
  return {
    object: service,
    path: ['spec', 'externalTrafficPolicy'],
    fact: `is of type ClusterIP with externalIPs and has externalTrafficPolicy: ${policy}`,
    fix: `target Kubernetes 1.${CAPABILITIES[EXTERNAL_IPS].introduced} or newer, or remove externalTrafficPolicy`,
    why: `the API server of Kubernetes ${version} takes the policy on types NodePort and LoadBalancer only`,
  };
}

const EXTERNAL_IPS = 'externalTrafficPolicy beside externalIPs';
