import { serviceNameOf, statefulSets } from './governed-sets';
import type { FieldPath } from '../../kube/field';
import { isPlaceholder } from '../../kube/placeholder';
import { field } from '../../model/object-node';
import type { WorkloadNode } from '../../model/workload-node';
import { parseDnsLabel } from '../../values/dns-name';
import type { Check, Problem } from '../check';
import { faultOf } from '../fault-of';

/** Names that no Pod can have. */
export const stsNameInvalid: Check = {
  name: 'sts-name-invalid',
  severity: 'error',
  summary: 'The name or the serviceName of a StatefulSet is no DNS label.',
  why: 'they become the hostname and the subdomain of its Pods: the API server refuses such Pods, and newer ones the StatefulSet itself',
  see: 'https://github.com/kubernetes/kubernetes/pull/130233',
  * run(network) {
    for (const set of statefulSets(network)) {
      yield* problemsOf(set, ['metadata', 'name'], field(set, 'metadata', 'name'));
      yield* problemsOf(set, ['spec', 'serviceName'], serviceNameOf(set) || undefined);
    }
  },
};

// What is too long is another check's.
const LONGEST = 63;

function* problemsOf(object: WorkloadNode, path: FieldPath, name: unknown): Iterable<Problem> {
  if (typeof name !== 'string' || name.length > LONGEST || isPlaceholder(name)) return;
  const fault = faultOf(parseDnsLabel, name);
  if (!fault) return;
  const [first] = name.split('.');
  const isQualified = path.includes('serviceName') && first !== name && !faultOf(parseDnsLabel, first);
  yield { object, path, fact: `has the ${path[path.length - 1]} "${name}", which is no DNS label`, fix: isQualified ? `set serviceName: ${first}` : fault.fix };
}
