import { join, resolve } from 'path';
import { Fixture } from './checks/fixture';
import { applyAll } from './cluster/apply-all';
import { actualEndpoints, predictedEndpoints, slicesOf } from './controllers/endpoints';
import { runPods } from './controllers/pods';
import { onEachVersion } from './each-version';
import { findingsIn, networkOf } from './manifests/manifest';
import { EndpointFormat, ExternalEndpointService, ExternalTarget, TcpStatefulSet } from '../src/index';
import type { KubeObject } from '../src/kube/kube-object';
import { carries } from '../src/model/pod-labels';
import { KubernetesVersion } from '../src/values/kubernetes-version';
import { synthesize } from '../test/manifest';

const controllers = ['endpoint', 'endpointslice', 'endpointslicemirroring', 'deployment', 'replicaset', 'statefulset'];

const CHECKS = resolve(__dirname, '../test/checks');

onEachVersion((cluster, minor) => {
  const version = KubernetesVersion.of(minor);

  describe('backends outside the cluster', () => {
    const objects = (format: EndpointFormat, namespace: string) => inNamespace(namespace, synthesize((chart) => new ExternalEndpointService(chart, 'legacy-db', {
      format,
      target: ExternalTarget.endpoints([{ ip: '192.0.2.15' }, { ip: '192.0.2.16' }]),
      ports: [{ servicePort: 5432, targetPort: 5433, name: 'sql' }, { servicePort: 9187, name: 'metrics' }],
    })).objects);

    test('Endpoints are copied into a slice that has their port names and addresses', async () => {
      await applyAll(cluster(), objects(EndpointFormat.ENDPOINTS, 'mirrored'));
      await cluster().until(async () => (await slicesOf(cluster(), 'mirrored', 'legacy-db')).length > 0, 'the Endpoints are mirrored');
      const [slice, ...others] = await slicesOf(cluster(), 'mirrored', 'legacy-db');
      expect(others).toEqual([]);
      expect(slice.ports.map(({ name, port }: any) => `${name} ${port}`).sort()).toEqual(['metrics 9187', 'sql 5433']);
      expect(slice.endpoints.flatMap(({ addresses }: any) => addresses).sort()).toEqual(['192.0.2.15', '192.0.2.16']);
    });

    test('EndpointSlices are left alone', async () => {
      const [before] = (await applyAll(cluster(), objects(EndpointFormat.ENDPOINT_SLICE, 'slices'))).slice(-1);
      // Once the controllers have come to a later Service, they have passed this one.
      await applyAll(cluster(), objects(EndpointFormat.ENDPOINTS, 'slices-later'));
      await cluster().until(async () => (await slicesOf(cluster(), 'slices-later', 'legacy-db')).length > 0, 'a later Service has its slice');
      const stored = await slicesOf(cluster(), 'slices', 'legacy-db');
      expect(stored.map(({ metadata }) => metadata)).toEqual([before.outcome.object!.metadata]);
    });
  });

  describe('a StatefulSet', () => {
    const statefulSet = (namespace: string, replicas: number) => inNamespace(namespace, synthesize((chart) => new TcpStatefulSet(chart, 'orders-db', {
      image: 'postgres:16', replicas, ports: [{ name: 'sql', targetPort: 5432 }],
    })).objects);

    test('makes Pods with the names and labels that are predicted', async () => {
      const objects = statefulSet('stateful', 3);
      await applyAll(cluster(), objects);
      const pods = await runPods(cluster(), 'stateful', 3);
      expect(pods.map(({ metadata }) => metadata.name).sort()).toEqual(['orders-db-0', 'orders-db-1', 'orders-db-2']);
      const [workload] = networkOf(objects, version).workloads;
      const labels = pods.flatMap(({ metadata }) => Object.entries(metadata.labels ?? {}));
      expect(labels.filter(([key, value]) => !carries(workload, key, value))).toEqual([]);
    });

    test.each([[52, true], [54, false]])('with a name of %i characters gets Pods: %s', async (length, hasPods) => {
      const namespace = `name-of-${length}`;
      const [set] = renamed('n'.repeat(length), statefulSet(namespace, 1).filter(({ kind }) => kind === 'StatefulSet'));
      const isFound = findingsIn([set], version).some(({ check }) => check === 'sts-name-too-long');
      expect(isFound).toBe(!hasPods);
      await applyAll(cluster(), [set]);
      if (hasPods) await runPods(cluster(), namespace, 1);
      else await cluster().until(async () => (await cluster().list('v1', 'Event', namespace)).some(({ reason }) => reason === 'FailedCreate'), 'the Pod is refused');
    });
  });

  describe('the Pods behind a Service are those of the network model', () => {
    test.each([
      'overlap/named-port-number-conflict/bad.yaml',
      'overlap/selector-overlap-named-split/bad.yaml',
      'overlap/selector-overlap-no-ports/bad.yaml',
      'overlap/selector-overlap-port-missing/bad.yaml',
      'overlap/selector-overlap-port-missing/good.yaml',
      'target-port/target-port-defaulted-wrong/bad.yaml',
      'target-port/target-port-is-host-port/bad.yaml',
      'target-port/target-port-name-ambiguous/bad.yaml',
      'target-port/target-port-name-missing/bad.yaml',
      ...version.minor >= 33 ? ['target-port/target-port-name-missing/good-sidecar.yaml'] : [],
      'target-port/target-port-only-in-init/bad.yaml',
      'target-port/target-port-protocol-mismatch/bad.yaml',
      'target-port/target-port-undeclared/bad.yaml',
    ])('%s', async (file) => {
      const namespace = file.split('/').slice(1).join('-').replace('.yaml', '');
      const objects = inNamespace(namespace, new Fixture(join(CHECKS, file)).objects);
      const network = networkOf(objects, version);
      await applyAll(cluster(), objects);
      const pods = await runPods(cluster(), namespace, network.workloads.reduce((sum, { replicas = 1 }) => sum + replicas, 0));
      for (const service of network.services.filter(({ isHeadless }) => !isHeadless)) {
        const predicted = predictedEndpoints(network, service, pods);
        const actual = () => actualEndpoints(cluster(), namespace, service.name);
        await cluster().until(async () => (await actual()).length === predicted.length, 'there are as many endpoints as predicted', 20).catch(() => undefined);
        expect(await actual()).toEqual(predicted);
      }
    });
  });
}, { controllers });

function inNamespace(namespace: string, objects: readonly KubeObject[]): KubeObject[] {
  return objects.map((object) => ({ ...object, metadata: { ...object.metadata, namespace } }));
}

function renamed(name: string, objects: readonly KubeObject[]): KubeObject[] {
  return objects.map((object) => ({ ...object, metadata: { ...object.metadata, name } }));
}
