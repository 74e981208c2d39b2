import type { Check, Problem } from '../check';
import { contestsIn, type Contest } from './competitors';
import { portSplits } from './port-split';
import { joined, shownOf } from './workload-list';
import { labelsText } from '../../model/known-labels';
import { nodeText } from '../../model/object-node';
import type { WorkloadNode } from '../../model/workload-node';

const NAME = 'app.kubernetes.io/name';

/** Two applications answer to one name. */
export const selectorOverlapUnrelated: Check = {
  name: 'selector-overlap-unrelated',
  severity: 'info',
  summary: 'A Service selects workloads of different applications, which declare the same port.',
  why: 'each connection goes to any selected Pod: requests for one application are answered by the other',
  see: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/',
  * run(network) {
    for (const contest of contestsIn(network)) yield* problemOf(contest);
  },
};

function* problemOf(contest: Contest): Iterable<Problem> {
  const { service } = contest;
  const firstByName = new Map<string, WorkloadNode>();
  for (const workload of portSplits(contest).find(({ listening }) => listening.length > 1)?.listening ?? []) {
    const name = workload.podLabels[NAME];
    if (name !== undefined && !firstByName.has(name)) firstByName.set(name, workload);
  }
  if (service.isHeadless || firstByName.size < 2) return;
  const [first] = firstByName.keys();
  const meant = [service.labels[NAME], service.name].find((name) => name !== undefined && firstByName.has(name)) ?? first;
  yield {
    object: service,
    path: ['spec', 'selector'],
    fact: `sends to ${joined([...firstByName].map(([name, workload]) => `${nodeText(workload)} (${labelsText({ [NAME]: name })})`))} alike`,
    fix: `add ${labelsText({ [NAME]: meant })} to spec.selector`,
    related: shownOf([...firstByName.values()]),
  };
}
