import { applicationServicesWith } from '../application-services';
import type { Check, Problem } from '../check';
import { isVolatileLabel, VOLATILE_LABELS } from './volatile-labels';
import { labelsText } from '../../model/known-labels';
import type { Network } from '../../model/network';
import { nodeText } from '../../model/object-node';
import type { ServiceNode } from '../../model/service-node';
import { tellingLabel } from '../overlap/telling-label';

/** A label that the next release changes. */
export const svcSelectorVolatileLabel: Check = {
  name: 'svc-selector-volatile-label',
  severity: 'warning',
  summary: 'The selector of a Service contains a label that changes with every release.',
  why: 'an upgrade changes the selector at once and the Pods one by one: until the first new one is ready the Service has no endpoints, and the old ones serve nobody',
  see: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/',
  * run(network) {
    for (const service of applicationServicesWith(network, { selected: VOLATILE_LABELS })) {
      if (service.type !== 'ExternalName') yield* problemOf(service, network);
    }
  },
};

function* problemOf(service: ServiceNode, network: Network): Iterable<Problem> {
  const entries = Object.entries(service.selector ?? {});
  const volatile = entries.filter(([key, value]) => isVolatileLabel(key, value));
  if (volatile.length === 0) return;
  const lasting = Object.fromEntries(entries.filter(([key, value]) => !isVolatileLabel(key, value)));
  yield {
    object: service,
    path: ['spec', 'selector', volatile[0][0]],
    fact: `selects ${labelsText(Object.fromEntries(volatile))}, which changes when the application is upgraded`,
    fix: fixFor(service, volatile.map(([key]) => key), lasting, network),
  };
}

function fixFor(service: ServiceNode, keys: readonly string[], lasting: Readonly<Record<string, string>>, network: Network): string {
  const removal = `remove ${keys.join(' and ')} from spec.selector`;
  const selected = network.workloadsBehind(service);
  const others = network.selectedBy(lasting, service.namespace).filter((workload) => !selected.includes(workload));
  if (Object.keys(lasting).length > 0 && others.length === 0) return removal;
  const label = selected.length > 0 ? tellingLabel(service, selected, others) : undefined;
  if (label) return `${removal} and add ${labelsText(label)}`;
  return others.length > 0 ? `${removal}, and tell the Pods from those of ${nodeText(others[0])} by a label that stays` : `${removal} and select a label that stays, for example app.kubernetes.io/name: ${service.name}`;
}
