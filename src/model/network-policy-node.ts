import { groupedBy } from './grouped-by';
import { labelSelector, workloadsSelected, type LabelSelector } from './label-selector';
import type { Network } from './network';
import { groupOf, type ObjectNode } from './object-node';
import { oncePerNetwork } from './once-per-network';
import type { WorkloadNode } from './workload-node';
import { fieldAt, listAt, numberAt, textAt, type FieldPath } from '../kube/field';
import { isPlaceholder } from '../kube/placeholder';

/** A NetworkPolicy, with the defaults of the API server. */
export interface NetworkPolicyNode extends ObjectNode {
  readonly podSelector: LabelSelector;
  readonly isolatesIngress: boolean;
  readonly isolatesEgress: boolean;
  readonly ingress: readonly PolicyRule[];
  readonly egress: readonly PolicyRule[];
  /** Whether all of it is known: nothing is filled in later. */
  readonly isKnown: boolean;
}

export interface PolicyRule {
  readonly path: FieldPath;
  /** None for all ports. */
  readonly ports: readonly PolicyPort[];
  /** None for everyone. */
  readonly peers: readonly PolicyPeer[];
}

export interface PolicyPort {
  /** A number, the name of a container port, or nothing for all ports. */
  readonly port?: number | string;
  readonly endPort?: number;
  readonly protocol: string;
  readonly isProtocolGiven: boolean;
  readonly path: FieldPath;
}

export interface PolicyPeer {
  readonly podSelector?: LabelSelector;
  readonly namespaceSelector?: LabelSelector;
  readonly hasNamespaceSelector: boolean;
  readonly ipBlock?: IpBlock;
  readonly hasIpBlock: boolean;
  readonly path: FieldPath;
}

export interface IpBlock {
  readonly cidr: string;
  readonly except: readonly unknown[];
}

/** Every NetworkPolicy of a network. */
export const policiesOf = oncePerNetwork((network): readonly NetworkPolicyNode[] =>
  network.ofKind('networking.k8s.io', 'NetworkPolicy').map(policyNode));

/** The NetworkPolicies that guard the Pods of a workload. Those on the network of their node are guarded by none. */
export function policiesOn(workload: WorkloadNode, network: Network): readonly NetworkPolicyNode[] {
  return workload.podSpec.hostNetwork === true ? [] : guards(network).get(workload) ?? [];
}

/** The workloads that a policy guards. */
export function workloadsUnder({ podSelector, namespace }: NetworkPolicyNode, network: Network): readonly WorkloadNode[] {
  const selected = workloadsSelected(podSelector, namespace, network);
  const known = guarded(network).get(selected) ?? selected.filter(({ podSpec }) => podSpec.hostNetwork !== true);
  guarded(network).set(selected, known);
  return known;
}

const guarded = oncePerNetwork(() => new Map<readonly WorkloadNode[], readonly WorkloadNode[]>());

/** Whether other kinds of policies, which allow or deny connections too, are among the objects. */
export const hasOtherPolicies = oncePerNetwork((network) =>
  network.ofKinds((kind) => kind.kind.endsWith('NetworkPolicy') && groupOf(kind) !== 'networking.k8s.io').length > 0);

const guards = oncePerNetwork((network) => {
  const bySelection = groupedBy(policiesOf(network), ({ podSelector, namespace }) => workloadsSelected(podSelector, namespace, network));
  const lists = new Map<WorkloadNode, Array<readonly NetworkPolicyNode[]>>();
  for (const [workloads, policies] of bySelection) {
    for (const workload of workloads) lists.set(workload, [...lists.get(workload) ?? [], policies]);
  }
  const position = new Map(policiesOf(network).map((policy, index) => [policy, index]));
  const inOrder = (policies: readonly NetworkPolicyNode[]) => [...policies].sort((a, b) => position.get(a)! - position.get(b)!);
  return new Map([...lists].map(([workload, [first, ...others]]) => [workload, others.length > 0 ? inOrder([first, ...others].flat()) : first]));
});

function policyNode(node: ObjectNode): NetworkPolicyNode {
  const { object } = node;
  const given = listAt(object, 'spec', 'policyTypes');
  const egress = rules(node, 'egress', 'to');
  const ingress = rules(node, 'ingress', 'from');
  const types = given.length > 0 ? given : ['Ingress', ...fieldAt(object, 'spec', 'egress') ? ['Egress'] : []];
  const podSelector = labelSelector(fieldAt(object, 'spec', 'podSelector'));
  const ports = [...ingress, ...egress].flatMap((rule) => rule.ports);
  return {
    ...node,
    podSelector,
    isolatesIngress: types.includes('Ingress'),
    isolatesEgress: types.includes('Egress'),
    ingress,
    egress,
    isKnown: podSelector.isKnown && !ports.some(({ port, protocol }) => isPlaceholder(port) || isPlaceholder(protocol)),
  };
}

function rules({ object }: ObjectNode, direction: 'ingress' | 'egress', peers: 'from' | 'to'): PolicyRule[] {
  return listAt(object, 'spec', direction).map((rule, index) => {
    const path = ['spec', direction, index];
    return {
      path,
      ports: listAt(rule, 'ports').map((port, portIndex) => policyPort(port, [...path, 'ports', portIndex])),
      peers: listAt(rule, peers).map((peer, peerIndex) => policyPeer(peer, [...path, peers, peerIndex])),
    };
  });
}

function policyPort(value: unknown, path: FieldPath): PolicyPort {
  const protocol = textAt(value, 'protocol');
  return {
    port: numberAt(value, 'port') ?? textAt(value, 'port'),
    endPort: numberAt(value, 'endPort'),
    protocol: protocol ?? 'TCP',
    isProtocolGiven: protocol !== undefined,
    path,
  };
}

function policyPeer(value: unknown, path: FieldPath): PolicyPeer {
  const [podSelector, namespaceSelector, ipBlock] = ['podSelector', 'namespaceSelector', 'ipBlock'].map((name) => fieldAt(value, name));
  return {
    podSelector: isNothing(podSelector) ? undefined : labelSelector(podSelector),
    namespaceSelector: isNothing(namespaceSelector) ? undefined : labelSelector(namespaceSelector),
    hasNamespaceSelector: !isNothing(namespaceSelector),
    ipBlock: isNothing(ipBlock) ? undefined : { cidr: textAt(ipBlock, 'cidr') ?? '', except: listAt(ipBlock, 'except') },
    hasIpBlock: !isNothing(ipBlock),
    path,
  };
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null;
}
