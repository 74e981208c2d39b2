import { listAt, recordAt, textAt, type FieldPath } from '../../kube/field';
import { isHelmHook } from '../../model/object-node';
import type { WorkloadNode } from '../../model/workload-node';
import type { Check } from '../check';

/** The old names of a node's zone and region. */
export const topologyLabelDeprecated: Check = {
  name: 'topology-label-deprecated',
  severity: 'warning',
  summary: 'A workload is placed by the deprecated names of the zone and region of nodes.',
  why: 'the labels are deprecated since Kubernetes 1.17 and the API server warns of them; nodes that no cloud provider labels often have the new ones only, and then no Pod is scheduled or spread by the old',
  see: 'https://kubernetes.io/docs/reference/labels-annotations-taints/#failure-domainbetakubernetesiozone',
  * run(network) {
    for (const workload of network.workloads) {
      if (isHelmHook(workload)) continue;
      for (const { label, path, role } of placements(workload)) {
        const successor = SUCCESSORS.get(label);
        if (!successor) continue;
        yield { object: workload, path: [...workload.podSpecPath, ...path], fact: `is placed by the deprecated node label ${label} (${role})`, fix: `write ${successor} instead` };
      }
    }
  },
};

const SUCCESSORS: ReadonlyMap<string, string> = new Map([
  ['failure-domain.beta.kubernetes.io/zone', 'topology.kubernetes.io/zone'],
  ['failure-domain.beta.kubernetes.io/region', 'topology.kubernetes.io/region'],
]);

interface Placement {
  readonly label: string;
  readonly path: FieldPath;
  readonly role: string;
}

function placements({ podSpec }: WorkloadNode): Placement[] {
  return [
    ...Object.keys(recordAt(podSpec, 'nodeSelector')).map((label) => ({ label, path: ['nodeSelector', label], role: 'node selector' })),
    ...keysIn(podSpec, ['topologySpreadConstraints'], ['topologyKey'], 'spread constraint'),
    ...['podAffinity', 'podAntiAffinity'].flatMap((kind) => [
      ...keysIn(podSpec, ['affinity', kind, REQUIRED], ['topologyKey'], 'pod affinity'),
      ...keysIn(podSpec, ['affinity', kind, PREFERRED], ['podAffinityTerm', 'topologyKey'], 'pod affinity'),
    ]),
    ...nodeAffinity(podSpec),
  ];
}

const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';
const PREFERRED = 'preferredDuringSchedulingIgnoredDuringExecution';

function nodeAffinity(podSpec: unknown): Placement[] {
  const required = termsAt(podSpec, ['affinity', 'nodeAffinity', REQUIRED, 'nodeSelectorTerms'], []);
  const preferred = termsAt(podSpec, ['affinity', 'nodeAffinity', PREFERRED], ['preference']);
  return [...required, ...preferred].flatMap((term) => keysIn(podSpec, [...term, 'matchExpressions'], ['key'], 'node affinity'));
}

function termsAt(podSpec: unknown, list: FieldPath, below: FieldPath): FieldPath[] {
  return listAt(podSpec, ...list).map((_, index) => [...list, index, ...below]);
}

function keysIn(podSpec: unknown, list: FieldPath, key: FieldPath, role: string): Placement[] {
  return listAt(podSpec, ...list).flatMap((item, index) => {
    const label = textAt(item, ...key);
    return label === undefined ? [] : [{ label, path: [...list, index, ...key], role }];
  });
}
