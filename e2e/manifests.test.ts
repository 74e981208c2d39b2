import { unannounced, warningsOf } from './checks/claim';
import { WARNINGS } from './checks/warnings';
import { applyAll, deleteAll, type Applied } from './cluster/apply-all';
import { canHaveGatewayApi, withEnvoyGateway, withGatewayApi } from './cluster/gateway-api';
import { lostFields } from './cluster/lost-fields';
import { onEachVersion } from './each-version';
import { formerState } from './manifests/former-state';
import { findingsIn, isMeantFor, isOfGatewayApi } from './manifests/manifest';
import { FOR_UNUSUAL_RANGES, manifests } from './manifests/sources';
import { isGivenCluster } from './start';
import type { KubeObject } from '../src/kube/kube-object';
import { KubernetesVersion } from '../src/values/kubernetes-version';

/** Kinds of implementations whose definitions are in no Go module that can be had: their objects are left out here. */
const UNDEFINED = ['gateway.k8s.aws', 'gateway.kgateway.dev', 'gateway.nginx.org'];
const isDefined = ({ apiVersion }: KubeObject) => !UNDEFINED.includes(apiVersion.split('/')[0]);

const all = manifests().map((manifest) => ({ ...manifest, objects: manifest.objects.filter(isDefined) }))
  .filter(({ name, objects }) => objects.length > 0 && !(isGivenCluster && FOR_UNUSUAL_RANGES.has(name)));

// The ranges of FOR_UNUSUAL_RANGES.
const flags = ['--service-cluster-ip-range=10.96.0.0/16,fd00::/108', '--service-node-port-range=8000-32767'];

onEachVersion((cluster, minor) => {
  const version = KubernetesVersion.of(minor);
  const hasGatewayApi = canHaveGatewayApi(version);
  const meant = all.filter((manifest) => isMeantFor(manifest, version)).filter(({ objects }) => hasGatewayApi || !objects.some(isOfGatewayApi));

  beforeAll(async () => {
    if (!hasGatewayApi) return;
    // Its experimental channel serves v1alpha2 of the routes too.
    await withGatewayApi(cluster(), 'v1.6.1', 'experimental');
    await withEnvoyGateway(cluster());
  });

  describe.each(meant)('$name', ({ objects }) => {
    let former: Applied[];
    let applied: Applied[];
    beforeAll(async () => {
      former = await applyAll(cluster(), objects.map(formerState));
      applied = await applyAll(cluster(), objects);
    });
    afterAll(() => deleteAll(cluster(), applied));

    test('is accepted, also where a smaller one was before', () => {
      expect([...former, ...applied].map(({ outcome }) => outcome.message).filter(Boolean)).toEqual([]);
    });

    test('warns of nothing that the checks do not warn of', () => {
      expect(unannounced(warningsOf(applied), findingsIn(objects, version), WARNINGS)).toEqual([]);
    });

    test('is stored as it is written', async () => {
      const stored = await storedObjects();
      expect(objects.flatMap((object, index) => lostFields(object, stored[index], [object.kind, object.metadata.name]))).toEqual([]);
    });

    test('is read alike before it is applied and after', async () => {
      expect(facts((await storedObjects()).map(asWrittenByHand))).toEqual(facts(objects));
    });

    test('changes nothing when it is applied again', async () => {
      const before = await storedObjects();
      await applyAll(cluster(), objects);
      expect((await storedObjects()).map(resourceVersion)).toEqual(before.map(resourceVersion));
    });

    async function storedObjects(): Promise<KubeObject[]> {
      return Promise.all(objects.map(async (object) => (await cluster().read(object))!));
    }
  });

  // This cluster hands out node ports of an unusual range.
  function facts(objects: readonly KubeObject[]): string[] {
    const findings = findingsIn(objects, version).filter(({ check }) => check !== 'nodeport-out-of-range');
    return findings.map(({ check, object }) => `${check}: ${object.kind} ${object.name}`).sort();
  }
}, { flags });

/** The fields that only the API server writes tell the checks where an object is from. */
function asWrittenByHand({ metadata: { name, namespace, labels, annotations }, ...object }: KubeObject): KubeObject {
  return { ...object, metadata: { name, namespace, labels, annotations } } as KubeObject;
}

function resourceVersion({ kind, metadata }: KubeObject): string {
  return `${kind} ${metadata.name} ${String(metadata.resourceVersion)}`;
}
