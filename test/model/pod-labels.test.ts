import type { KubeObject } from '../../src/kube/kube-object';
import { objectNode } from '../../src/model/object-node';
import { catches, isControllerLabel } from '../../src/model/pod-labels';
import { workloadNode, type WorkloadNode } from '../../src/model/workload-node';

function workload(kind: string, name: string, spec: object = {}, labels: Readonly<Record<string, string>> = { app: 'db' }): WorkloadNode {
  const object: KubeObject = { apiVersion: 'apps/v1', kind, metadata: { name }, spec: { ...spec, template: { metadata: { labels }, spec: { containers: [] } } } };
  return workloadNode(objectNode({ object, origin: { placeOf: () => undefined } }, 'default'))!;
}

const podName = (value: string) => ({ 'statefulset.kubernetes.io/pod-name': value });

describe('a selector', () => {
  test('catches Pods that carry all of its labels', () => {
    const db = workload('StatefulSet', 'db', {}, { app: 'db', tier: 'data' });
    const selectors: Array<Record<string, string>> = [{ app: 'db' }, { app: 'db', tier: 'data' }, { app: 'db', tier: 'web' }, { zone: 'a' }, {}];
    expect(selectors.map((selector) => catches(selector, db)))
      .toEqual([true, true, false, false, false]);
  });

  test('may have the name of a property of every object as a key', () => {
    expect(['constructor', 'toString', '__proto__'].map((key) => [isControllerLabel(key), catches(Object.fromEntries([[key, 'x']]), workload('Deployment', 'db'))]))
      .toEqual([[false, false], [false, false], [false, false]]);
  });
});

describe('the label of a StatefulSet\'s Pod', () => {
  test.each([
    ['db-0', true], ['db-2', true], ['db-3', false], ['db-01', false], ['db-', false], ['db', false], ['cache-0', false], ['db-x', false],
  ])('%s among three replicas: %s', (value, expected) => {
    expect(catches(podName(value), workload('StatefulSet', 'db', { replicas: 3 }))).toBe(expected);
  });

  test('counts from the first ordinal on', () => {
    const db = workload('StatefulSet', 'db', { replicas: 2, ordinals: { start: 5 } });
    expect(['db-0', 'db-5', 'db-6', 'db-7'].map((value) => catches(podName(value), db))).toEqual([false, true, true, false]);
  });

  test('is not on the Pods of a Deployment', () => {
    expect(catches(podName('db-0'), workload('Deployment', 'db'))).toBe(false);
  });
});

describe('the label of a Job\'s Pods', () => {
  test('is the name of the Job', () => {
    expect(['pi', 'e'].map((name) => catches({ 'job-name': name }, workload('Job', 'pi')))).toEqual([true, false]);
  });

  test('begins with the name of the CronJob', () => {
    const nightly: KubeObject = {
      apiVersion: 'batch/v1', kind: 'CronJob', metadata: { name: 'nightly' }, spec: { jobTemplate: { spec: { template: { spec: { containers: [] } } } } },
    };
    const cronJob = workloadNode(objectNode({ object: nightly, origin: { placeOf: () => undefined } }, 'default'))!;
    expect(['nightly-29012345', 'weekly-29012345'].map((name) => catches({ 'batch.kubernetes.io/job-name': name }, cronJob))).toEqual([true, false]);
  });
});
