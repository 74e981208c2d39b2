import { statefulSets } from './governed-sets';
import { numberAt } from '../../kube/field';
import { isPlaceholder } from '../../kube/placeholder';
import { field } from '../../model/object-node';
import type { WorkloadNode } from '../../model/workload-node';
import type { Check, Problem } from '../check';

/** A name that leaves no room for what is appended. */
export const stsNameTooLong: Check = {
  name: 'sts-name-too-long',
  severity: 'error',
  summary: 'The name of a StatefulSet is so long that its Pods cannot be made.',
  why: 'the label controller-revision-hash of every Pod is the name, "-" and a number that is mostly 10 digits long, the label statefulset.kubernetes.io/pod-name is the name and an ordinal; where either has more than 63 characters the API server refuses the Pod',
  see: 'https://github.com/kubernetes/kubernetes/issues/64023',
  * run(network) {
    for (const set of statefulSets(network)) yield* problemsOf(set);
  },
};

const LABEL_LIMIT = 63;

function* problemsOf(set: WorkloadNode): Iterable<Problem> {
  const { name } = set;
  const revisionLength = name.length + 1 + USUAL_HASH_LENGTH;
  const lastPod = `${name}-${lastOrdinal(set)}`;
  const isGenerated = field(set, 'metadata', 'name') === undefined;
  if (isGenerated || isPlaceholder(name) || Math.max(revisionLength, lastPod.length) <= LABEL_LIMIT) return;
  const room = Math.min(LABEL_LIMIT - 1 - USUAL_HASH_LENGTH, LABEL_LIMIT - (lastPod.length - name.length));
  yield {
    object: set,
    path: ['metadata', 'name'],
    fact: `has a name of ${name.length} characters: controller-revision-hash becomes one of ${revisionLength}, and its last Pod has ${lastPod.length}`,
    fix: `shorten the name to ${room} characters, for example ${name.slice(0, room).replace(/[-.]+$/, '')}`,
    severity: revisionLength === LABEL_LIMIT + 1 ? 'warning' : 'error',
    ...(revisionLength === LABEL_LIMIT + 1 ? { why: ROUGHLY } : {}),
  };
}

// The hash is a 32-bit number in decimal: 77 % of them have 10 digits and 21 % have 9.
// https://github.com/kubernetes/kubernetes/blob/v1.36.0/pkg/controller/history/controller_history.go
const USUAL_HASH_LENGTH = 10;
const ROUGHLY = 'the label controller-revision-hash of every Pod is the name, "-" and a number; it has 10 digits for three of four versions of the template, and then the API server refuses the Pods';

function lastOrdinal({ object, replicas = 1 }: WorkloadNode): number {
  return (numberAt(object, 'spec', 'ordinals', 'start') ?? 0) + Math.max(replicas, 1) - 1;
}
