import { textAt } from '../../kube/field';
import type { Network } from '../../model/network';
import { groupOf } from '../../model/object-node';
import { oncePerNetwork } from '../../model/once-per-network';
import type { ServiceNode } from '../../model/service-node';

/** Who makes the load balancer of a Service, as far as the objects tell. */
export type Provider = 'AWS' | 'Azure' | 'Cilium' | 'GKE' | 'kube-vip' | 'MetalLB';

const PREFIXES: ReadonlyArray<readonly [prefix: string, provider: Provider]> = [
  ['service.beta.kubernetes.io/aws-load-balancer-', 'AWS'],
  ['service.beta.kubernetes.io/azure-', 'Azure'],
  ['networking.gke.io/', 'GKE'],
  ['cloud.google.com/load-balancer-type', 'GKE'],
  ['cloud.google.com/l4-rbs', 'GKE'],
  ['metallb.io/', 'MetalLB'],
  ['metallb.universe.tf/', 'MetalLB'],
  ['lbipam.cilium.io/', 'Cilium'],
  ['io.cilium/lb-ipam-', 'Cilium'],
  ['kube-vip.io/', 'kube-vip'],
];

const CLASSES: ReadonlyMap<string, Provider> = new Map([
  ['service.k8s.aws/nlb', 'AWS'],
  ['eks.amazonaws.com/nlb', 'AWS'],
  ['networking.gke.io/l4-regional-internal', 'GKE'],
  ['networking.gke.io/l4-regional-external', 'GKE'],
  ['io.cilium/bgp-control-plane', 'Cilium'],
  ['io.cilium/l2-announcer', 'Cilium'],
  ['kube-vip.io/kube-vip-class', 'kube-vip'],
]);

/** By the class of the Service, else by its annotations, else by the pools of addresses among the objects. */
export function providerOf(service: ServiceNode, network: Network): Provider | undefined {
  const named = CLASSES.get(textAt(service.object, 'spec', 'loadBalancerClass') ?? '');
  const keys = Object.keys(service.annotations);
  return named ?? PREFIXES.find(([prefix]) => keys.some((key) => key.startsWith(prefix)))?.[1] ?? poolProvider(network);
}

const poolProvider = oncePerNetwork((network): Provider | undefined => {
  const groups = new Set(network.ofKinds(({ kind }) => kind.endsWith('Pool')).map(groupOf));
  if (groups.has('metallb.io')) return groups.has('cilium.io') ? undefined : 'MetalLB';
  return network.ofKinds(({ kind }) => kind === 'CiliumLoadBalancerIPPool').length > 0 ? 'Cilium' : undefined;
});
