import { CHECKS } from '../../src/checks/all';
import { runChecks } from '../../src/checks/run-checks';
import type { Finding } from '../../src/findings/finding';
import type { KubeObject } from '../../src/kube/kube-object';
import { readDocuments } from '../../src/kube/read-documents';
import { buildNetwork } from '../../src/model/build-network';
import type { Network } from '../../src/model/network';
import { isUsable } from '../../src/values/capabilities';
import type { KubernetesVersion } from '../../src/values/kubernetes-version';

/** What the library wrote, for one version and those after it. */
export interface Manifest {
  readonly name: string;
  readonly objects: readonly KubeObject[];
  /** The version that it was written for. */
  readonly since: KubernetesVersion;
}

/** The objects in a text, `undefined` where it is no manifest. */
export function objectsIn(text: string): KubeObject[] | undefined {
  const { objects, unreadable } = readDocuments(text, 'manifest.yaml');
  return objects.length > 0 && unreadable.length === 0 ? objects.map(({ object }) => object) : undefined;
}

/** Whether an object is of the Gateway API, or says how an implementation of it serves a Gateway. */
export function isOfGatewayApi({ apiVersion }: KubeObject): boolean {
  return apiVersion.startsWith('gateway.');
}

/** What is right for a version also works on newer ones, but for the field that was removed. */
export function isMeantFor({ since, objects }: Manifest, version: KubernetesVersion): boolean {
  const isRemoved = JSON.stringify(objects).includes('"topologyKeys"') && !isUsable('topologyKeys', version, ['ServiceTopology']);
  return version.isAtLeast(since) && !isRemoved;
}

/** What all checks say of objects that were written for a version. */
export function findingsIn(objects: readonly KubeObject[], version: KubernetesVersion): Finding[] {
  return runChecks(CHECKS, networkOf(objects, version)).findings;
}

/** The network that objects make. */
export function networkOf(objects: readonly KubeObject[], version: KubernetesVersion): Network {
  const sourced = objects.map((object) => ({ object, origin: { placeOf: () => undefined } }));
  return buildNetwork(sourced, { version, defaultNamespace: 'default', unreadable: [] });
}
