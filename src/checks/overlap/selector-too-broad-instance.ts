import type { Check, Problem } from '../check';
import { contestsIn, type Contest } from './competitors';
import { portSplits } from './port-split';
import { listed, shownOf } from './workload-list';
import { labelsText } from '../../model/known-labels';

/** The Service of one release catches the Pods of another. */
export const selectorTooBroadInstance: Check = {
  name: 'selector-too-broad-instance',
  severity: 'warning',
  summary: 'A Service belongs to one instance of an application by its own label, but selects the Pods of another instance too.',
  why: 'each connection goes to any selected Pod: clients of one release are answered by the other, with its data and its version',
  see: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/#instances-of-applications',
  * run(network) {
    for (const contest of contestsIn(network)) yield* problemOf(contest);
  },
};

const INSTANCE_LABELS = ['app.kubernetes.io/instance', 'release'];

function* problemOf(contest: Contest): Iterable<Problem> {
  const { service, competitors } = contest;
  const key = INSTANCE_LABELS.find((label) => service.labels[label] !== undefined && !Object.hasOwn(service.selector ?? {}, label));
  if (key === undefined) return;
  const instance = service.labels[key];
  const own = competitors.filter(({ podLabels }) => podLabels[key] === instance);
  const others = competitors.filter(({ podLabels }) => podLabels[key] !== undefined && podLabels[key] !== instance);
  if (own.length === 0 || others.length === 0 || portSplits(contest).some(({ silent }) => silent.length > 0)) return;
  const [{ podLabels }] = others;
  yield {
    object: service,
    path: ['spec', 'selector'],
    fact: `is labelled ${labelsText({ [key]: instance })}, but also sends to ${listed(others)}, which ${others.length === 1 ? 'belongs' : 'belong'} to ${labelsText({ [key]: podLabels[key] })}`,
    fix: `add ${labelsText({ [key]: instance })} to spec.selector`,
    related: shownOf(own, others),
  };
}
