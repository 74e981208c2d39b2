import { governedSets, headlessServiceFor, labelsText, selectorText, setServiceNameText, type GovernedSet } from './governed-sets';
import { podNameUse, relianceText } from './pod-name-use';
import type { Severity } from '../../findings/severity';
import { recordAt } from '../../kube/field';
import { isPlaceholder } from '../../kube/placeholder';
import type { Network } from '../../model/network';
import { catches, isControllerLabel } from '../../model/pod-labels';
import type { ServiceNode } from '../../model/service-node';
import type { WorkloadNode } from '../../model/workload-node';
import type { Check, Problem } from '../check';

/** The governing Service selects other Pods. */
export const stsServiceSelectorMismatch: Check = {
  name: 'sts-service-selector-mismatch',
  severity: 'error',
  summary: 'The governing Service of a StatefulSet does not select its Pods.',
  why: 'a Pod has a name under its governing Service only while it is an endpoint of it: <pod>.<service> does not resolve',
  see: 'https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#pod-s-hostname-and-subdomain-fields',
  * run(network) {
    for (const governed of governedSets(network)) yield* problemsOf(governed, network);
  },
};

function* problemsOf({ set, service }: GovernedSet, network: Network): Iterable<Problem> {
  if (!service?.selector || service.type === 'ExternalName' || catches(service.selector, set) || isUnsure(service, set)) return;
  const use = podNameUse(set, network);
  const candidate = headlessServiceFor(set, network);
  yield {
    object: set,
    path: ['spec', 'serviceName'],
    fact: `is governed by "${service.name}", which selects ${labelsText(service.selector)}; the Pods have ${labelsText(set.podLabels)}${use ? `; ${relianceText(use, set)}` : ''}`,
    fix: candidate && !use ? `${setServiceNameText(candidate.name)}: it is headless and selects these Pods` : `set the selector of Service ${service.name} to ${selectorText(set)}`,
    severity: severityFor(service, set, use !== undefined),
    related: [service],
  };
}

function isUnsure({ object, selector = {} }: ServiceNode, { podLabels }: WorkloadNode): boolean {
  const isAllText = Object.keys(recordAt(object, 'spec', 'selector')).length === Object.keys(selector).length;
  return !isAllText || [...Object.values(selector), ...Object.values(podLabels)].some(isPlaceholder);
}

// Some programs label their own Pods as they take a role, so that a label may come later; none changes one of its template.
function severityFor({ selector = {} }: ServiceNode, { podLabels }: WorkloadNode, isUsed: boolean): Severity {
  const isContradicted = Object.entries(selector).some(([key, value]) => !isControllerLabel(key) && key in podLabels && podLabels[key] !== value);
  return isUsed && isContradicted ? 'error' : 'warning';
}
