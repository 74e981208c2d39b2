import { buildNetwork } from '../../src/model/build-network';
import type { Network } from '../../src/model/network';
import { KubernetesVersion } from '../../src/values/kubernetes-version';

interface Sample {
  readonly kind: string;
  readonly name: string;
  readonly labels: Record<string, string>;
  readonly madeBy?: readonly [kind: string, name: string, group?: string];
  readonly replicas?: number;
  readonly phase?: string;
  readonly apiVersion?: string;
}

function networkOf(...samples: Sample[]): Network {
  const objects = samples.map(({ kind, name, labels, madeBy, replicas, phase, apiVersion }) => {
    const spec = { containers: [{ name: 'server' }] };
    const ownerReferences = madeBy && [{ apiVersion: `${madeBy[2] ?? 'apps'}/v1`, kind: madeBy[0], name: madeBy[1], controller: true }];
    return {
      object: {
        apiVersion: apiVersion ?? (kind === 'Pod' ? 'v1' : 'apps/v1'),
        kind,
        metadata: { name, namespace: 'shop', ownerReferences, ...kind === 'Pod' && { labels } },
        spec: kind === 'Pod' ? spec : { replicas, template: { metadata: { labels }, spec } },
        status: { phase },
      },
      origin: { placeOf: () => undefined },
    };
  });
  return buildNetwork(objects, { version: KubernetesVersion.V1_31, defaultNamespace: 'default', unreadable: [] });
}

const namesOf = (workloads: ReadonlyArray<{ readonly kind: string; readonly name: string }>) => workloads.map(({ kind, name }) => `${kind} ${name}`);

const labels = { app: 'orders' };
const hashed = { ...labels, 'pod-template-hash': '7c9b8d6f5f' };
const DEPLOYMENT: Sample = { kind: 'Deployment', name: 'orders', labels };
const REPLICA_SET: Sample = { kind: 'ReplicaSet', name: 'orders-7c9b8d6f5f', labels: hashed, madeBy: ['Deployment', 'orders'] };
const POD: Sample = { kind: 'Pod', name: 'orders-7c9b8d6f5f-q2x8z', labels: hashed, madeBy: ['ReplicaSet', 'orders-7c9b8d6f5f'] };

test.each([
  ['the ReplicaSet and the Pods of a Deployment', [POD, REPLICA_SET, DEPLOYMENT], ['Deployment orders']],
  ['the Pods of a Deployment without the ReplicaSet', [POD, DEPLOYMENT], ['Deployment orders']],
  ['the Pods of a ReplicaSet', [REPLICA_SET, POD], ['ReplicaSet orders-7c9b8d6f5f']],
  ['Pods alone', [POD, { ...POD, name: 'orders-7c9b8d6f5f-h7w2k' }], ['Pod orders-7c9b8d6f5f-q2x8z', 'Pod orders-7c9b8d6f5f-h7w2k']],
  ['a Pod of another Deployment', [DEPLOYMENT, { ...POD, madeBy: ['ReplicaSet', 'web-7c9b8d6f5f'] as const }], ['Deployment orders', 'Pod orders-7c9b8d6f5f-q2x8z']],
  ['a Pod that has ended', [{ ...POD, phase: 'Failed' }, { ...POD, phase: 'Succeeded' }, { ...POD, phase: 'Running' }], ['Pod orders-7c9b8d6f5f-q2x8z']],
])('of live objects, each workload is there once: %s', (_subject, samples, expected) => {
  const network = networkOf(...samples);
  expect([network.workloads, network.workloadsIn('shop'), network.selectedBy(labels, 'shop')].map(namesOf)).toEqual([expected, expected, expected]);
});

describe('a label that the template lacks', () => {
  const rollout: Sample = { kind: 'Rollout', apiVersion: 'argoproj.io/v1alpha1', name: 'orders', labels };
  const added = { ...labels, 'rollouts-pod-template-hash': '66d' };
  const replicaSet: Sample = { kind: 'ReplicaSet', name: 'orders-66d', labels: added, madeBy: ['Rollout', 'orders', 'argoproj.io'] };

  test('is found on what the workload made', () => {
    const network = networkOf(rollout, replicaSet, { ...POD, labels: added, madeBy: ['ReplicaSet', 'orders-66d'] });
    expect([network.workloads, network.selectedBy(labels, 'shop'), network.selectedBy(added, 'shop')].map(namesOf))
      .toEqual([['Rollout orders'], ['Rollout orders'], ['ReplicaSet orders-66d']]);
  });

  test('is not found on what is no more asked for', () => {
    const old: Sample = { ...REPLICA_SET, name: 'orders-5d4f8c7b9d', labels: { ...labels, version: 'v1' }, replicas: 0 };
    expect(namesOf(networkOf(DEPLOYMENT, old).selectedBy({ ...labels, version: 'v1' }, 'shop'))).toEqual([]);
  });
});
