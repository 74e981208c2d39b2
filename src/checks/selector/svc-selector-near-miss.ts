import type { Check } from '../check';
import type { NearMiss } from './meant-workload';
import { diagnosed } from './no-pods';
import { labelsText } from '../../model/known-labels';
import { nodeText } from '../../model/object-node';
import type { ServiceNode } from '../../model/service-node';

/** One label away. */
export const svcSelectorNearMiss: Check = {
  name: 'svc-selector-near-miss',
  severity: 'error',
  summary: 'The selector of a Service matches no Pods, but those of one workload, which no Service selects or which it is called after, except for one label.',
  why: 'a Service sends only to Pods that carry every label of its selector; without one it has no endpoints and refuses all connections',
  see: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#service-and-replicationcontroller',
  * run(network) {
    for (const { service, miss } of diagnosed('near miss', network)) {
      const { workload, key, wanted, isSlip } = miss;
      yield {
        object: service,
        path: ['spec', 'selector', key],
        fact: `selects ${labelsText({ [key]: wanted })}, but the Pods of ${nodeText(workload)}, ${miss.isServed ? 'after which it is called' : 'which no Service selects'}, have ${inPlaceOf(miss)}${rest(service, key)}`,
        fix: fixFor(miss),
        related: [workload],
        ...isSlip ? {} : { severity: 'warning' },
      };
    }
  },
};

function inPlaceOf({ found, key }: NearMiss): string {
  return found ? labelsText({ [found.key]: found.value }) : `no label ${key}`;
}

function rest({ selector = {} }: ServiceNode, key: string): string {
  const others = Object.fromEntries(Object.entries(selector).filter(([other]) => other !== key));
  return Object.keys(others).length > 0 ? `; the rest of the selector, ${labelsText(others)}, fits` : '';
}

function fixFor({ workload, key, wanted, found }: NearMiss): string {
  if (found?.key === key) return `make it ${labelsText({ [key]: found.value })}`;
  if (found) return `write ${labelsText({ [found.key]: found.value })} instead`;
  return `add ${labelsText({ [key]: wanted })} to the labels in spec.template of ${nodeText(workload)}, or remove ${key} from the selector`;
}
