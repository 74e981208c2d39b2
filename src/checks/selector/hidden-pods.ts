import { labellerOfPods, makerOfPods } from './granted';
import { isRunTimeLabel } from './run-time-labels';
import { isPlaceholder } from '../../kube/placeholder';
import { arePodLabelsKnown } from '../../model/known-labels';
import type { Network } from '../../model/network';
import { groupOf, nodeText, type ObjectNode } from '../../model/object-node';
import { oncePerNamespace, oncePerNetwork } from '../../model/once-per-network';
import { operatedIn } from '../../model/operators';
import type { ServiceNode } from '../../model/service-node';

/** Why a Service may select Pods that no manifest shows, although its labels say otherwise; `undefined` where nothing suggests it. */
export function whyPodsMayBeHidden(service: ServiceNode, network: Network): string | undefined {
  return whyInputIsPartial(service, network) ?? whyMadeAtRunTime(network, service.namespace) ?? whyLabelledAtRunTime(service, network);
}

/** Why what was read does not show all. */
export function whyInputIsPartial({ namespace }: ServiceNode, network: Network): string | undefined {
  return partialIn(network, namespace);
}

const partialIn = oncePerNamespace((network, namespace): string | undefined => {
  if (network.circumstances.unreadable.length > 0) return 'some of the input could not be read';
  if (isPlaceholder(namespace)) return 'the namespace is filled in later';
  const unread = unknownLabelsIn(network).get(namespace);
  return unread && `the labels of ${nodeText(unread)} are filled in later`;
});

const whyMadeAtRunTime = oncePerNamespace((network, namespace): string | undefined => {
  if (namespace === 'kube-system') return 'the cluster itself makes Pods there';
  const operated = operatedIn(network, namespace) ?? deliveredBy(network);
  if (operated) return `an operator, such as that of ${nodeText(operated)}, may make them`;
  const role = makerOfPods(network, namespace);
  return role && `${role.kind} ${role.name} allows something to make Pods`;
});

/** Why Pods may get their labels when they run. */
export function whyLabelledAtRunTime({ namespace, selector = {} }: ServiceNode, network: Network): string | undefined {
  const key = Object.keys(selector).find(isRunTimeLabel);
  if (key !== undefined) return `${key} may be set when Pods run`;
  const role = labellerOfPods(network, namespace);
  return role && `${role.kind} ${role.name} allows something to label Pods when they run`;
}

const unknownLabelsIn = oncePerNetwork((network) => {
  const byNamespace = new Map<string, ObjectNode>();
  for (const workload of network.workloads) {
    if (!arePodLabelsKnown(workload)) byNamespace.set(workload.namespace, workload);
  }
  return byNamespace;
});

/** What brings whole applications into any namespace. */
const deliveredBy = oncePerNetwork((network) => network.ofKinds((kind) => DELIVERY_GROUPS.has(groupOf(kind)) || DELIVERY_KINDS.has(kind.kind))[0]);

const DELIVERY_GROUPS = new Set(['helm.toolkit.fluxcd.io', 'kustomize.toolkit.fluxcd.io', 'helm.cattle.io', 'operators.coreos.com']);
const DELIVERY_KINDS = new Set(['Application', 'ApplicationSet', 'HelmRelease']);
