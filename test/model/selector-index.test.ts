import * as fc from 'fast-check';
import { objectNode } from '../../src/model/object-node';
import { catches } from '../../src/model/pod-labels';
import { SelectorIndex } from '../../src/model/selector-index';
import { workloadNode, type WorkloadNode } from '../../src/model/workload-node';

const key = fc.constantFrom('app', 'tier', 'constructor', 'statefulset.kubernetes.io/pod-name', 'pod-template-hash');
const value = fc.constantFrom('a', 'b', 'a-0', 'a-1', 'b-0', '');
const labels = fc.array(fc.tuple(key, value), { maxLength: 3 }).map((entries) => Object.fromEntries(entries));
const namespace = fc.constantFrom('shop', 'edge');
const workload = fc.record({ kind: fc.constantFrom('Deployment', 'StatefulSet'), name: fc.constantFrom('a', 'b'), namespace, labels })
  .map(workloadOf);

interface Sample { readonly kind: string; readonly name: string; readonly namespace: string; readonly labels: Record<string, string> }

function workloadOf({ kind, name, namespace: place, labels: podLabels }: Sample): WorkloadNode {
  const template = { metadata: { labels: podLabels }, spec: { containers: [] } };
  const object = { apiVersion: 'apps/v1', kind, metadata: { name, namespace: place }, spec: { template } };
  return workloadNode(objectNode({ object, origin: { placeOf: () => undefined } }, 'default'))!;
}

test('finds what looking at every workload finds, in the same order', () => {
  fc.assert(fc.property(fc.array(workload), labels, namespace, (workloads, selector, place) => {
    const all = workloads.filter((candidate) => candidate.namespace === place && catches(selector, candidate));
    expect(new SelectorIndex(workloads).caughtBy(selector, place)).toEqual(all);
  }));
});

test('looks at the first ones only, if that is enough', () => {
  const workloads = ['a', 'b', 'c'].map((name) => workloadOf({ kind: 'Deployment', name, namespace: 'shop', labels: { app: 'x' } }));
  expect(new SelectorIndex(workloads).caughtBy({ app: 'x' }, 'shop', 2).map(({ name }) => name)).toEqual(['a', 'b']);
});
