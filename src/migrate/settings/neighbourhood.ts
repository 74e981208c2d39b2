import type { Entrance } from './entrance';
import { fullName } from '../../data-planes/controller/controller';
import { listAt, textAt, textsAt } from '../../kube/field';
import { namespaceOf, type KubeObject } from '../../kube/kube-object';
import { nodeListeners, sharesNetwork } from '../entries/client-ports';
import type { RoutedEntry } from '../entries/judge-entries';
import type { InputObjects } from '../input/input-objects';
import type { Installation } from '../input/installation';
import type { Loss } from '../loss';

const POLICIES = 'https://kubernetes.io/docs/concepts/services-networking/network-policies/';

/** The other ways in: Services beside the one that is taken over, and the nodes. */
export function otherWaysIn({ controller, standing, standingOf }: Installation, entrance: Entrance | undefined): Loss[] {
  if (controller === undefined) return [];
  const others = controller.services.filter((service) => service !== entrance?.service);
  const hasHostPorts = nodeListeners(controller.workloads).size > 0;
  return [
    ...others.map((service): Loss => ({
      ...standingOf(service, ['metadata', 'name']),
      name: 'second-service',
      severity: 'warning',
      fact: `leads to ${fullName(controller)} as well`,
      why: 'a Gateway has one address; clients of this one keep connecting to the controller',
      fix: `run again with --service ${service.metadata.name} and another --gateway-name`,
      see: 'https://gateway-api.sigs.k8s.io/api-types/gateway/',
    })),
    ...hasHostPorts || controller.workloads.some(sharesNetwork) ? [{
      ...standing,
      name: 'host-network',
      severity: 'warning',
      fact: 'listens on the nodes themselves, by host ports or in their network',
      why: 'clients may connect to the address of a node; the proxies of a Gateway are behind a load balancer',
      fix: 'let these clients use the address of the Gateway, or give the proxies host ports in the settings of the implementation',
      see: 'https://kubernetes.io/docs/concepts/services-networking/service/#publishing-services-service-types',
    } as const] : [],
  ];
}

/** NetworkPolicies that know the controller: those that guard it, and those of backends that let it alone connect. */
export function networkPolicies({ controller, standingOf }: Installation, routed: readonly RoutedEntry[], input: InputObjects): Loss[] {
  if (controller === undefined) return [];
  const backends = new Set(routed.flatMap(({ forwards }) => forwards.map(({ backend }) => backend.namespace)));
  const admitting = input.objects.filter((object) => object.kind === 'NetworkPolicy' && backends.has(namespaceOf(object)) && namesController(object, controller.namespace));
  return [
    ...controller.policies.map((policy): Loss => ({
      ...standingOf(policy, ['spec']),
      name: 'network-policy',
      severity: 'warning',
      fact: 'guards the Pods of the controller',
      why: 'the proxies of the new Gateway are other Pods, in the namespace that the implementation runs them in: nothing guards them',
      fix: 'write a NetworkPolicy with the same rules for the Pods of the implementation',
      see: POLICIES,
    })),
    ...admitting.map((policy): Loss => ({
      ...input.standingOf(policy, ['spec', 'ingress']),
      name: 'network-policy',
      severity: 'warning',
      fact: `lets Pods of namespace ${controller.namespace} connect`,
      why: 'the proxies of the new Gateway are in another namespace: unless the policy lets them connect too, their connections time out',
      fix: 'add the namespace in which the implementation runs its proxies to spec.ingress[].from before you send clients there',
      see: POLICIES,
    })),
  ];
}

function namesController(policy: KubeObject, namespace: string): boolean {
  const peers = listAt(policy, 'spec', 'ingress').flatMap((rule) => listAt(rule, 'from'));
  return peers.some((peer) => Object.values(textsAt(peer, 'namespaceSelector', 'matchLabels')).includes(namespace)
    || textAt(peer, 'podSelector', 'matchLabels', 'app.kubernetes.io/name') === 'ingress-nginx');
}
