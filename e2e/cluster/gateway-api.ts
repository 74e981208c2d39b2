import { readdirSync, readFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import type { Cluster } from './cluster';
import type { KubeObject } from '../../src/kube/kube-object';
import type { KubernetesVersion } from '../../src/values/kubernetes-version';
import { go } from '../control-plane/go';
import { objectsIn } from '../manifests/manifest';

export type GatewayApiRelease = 'v1.5.1' | 'v1.6.1';

export type GatewayApiChannel = 'standard' | 'experimental';

/** Whether the definitions can be applied: they call `isIP`, which came to CEL with Kubernetes 1.31. */
export function canHaveGatewayApi({ minor }: KubernetesVersion): boolean {
  return minor >= 31;
}

/**
 * Applies the definitions of a release of the Gateway API, with the rules in CEL by which the API server judges its objects.
 *
 * @see https://gateway-api.sigs.k8s.io/guides/#installing-gateway-api
 */
export async function withGatewayApi(cluster: Cluster, release: GatewayApiRelease, channel: GatewayApiChannel = 'standard'): Promise<void> {
  const definitions = definitionsOf(release, channel);
  for (const definition of definitions) {
    const { message } = await cluster.apply(definition);
    if (message) throw new Error(`the definition ${definition.metadata.name} is refused: ${message}`);
  }
  await cluster.until(async () => (await Promise.all(definitions.map((definition) => isEstablished(cluster, definition)))).every(Boolean), 'the Gateway API is served');
  cluster.forgetKinds();
}

function definitionsOf(release: GatewayApiRelease, channel: GatewayApiChannel): KubeObject[] {
  const { Dir } = JSON.parse(go(tmpdir(), 'mod', 'download', '-json', `sigs.k8s.io/gateway-api@${release}`)) as { Dir: string };
  const folder = join(Dir, 'config', 'crd', channel);
  const files = readdirSync(folder).filter((file) => file.startsWith('gateway.networking.k8s.io_')).sort();
  const objects = files.flatMap((file) => objectsIn(readFileSync(join(folder, file), 'utf8')) ?? []);
  return objects.filter(({ kind }) => kind === 'CustomResourceDefinition');
}

async function isEstablished(cluster: Cluster, definition: KubeObject): Promise<boolean> {
  const stored = await cluster.read(definition);
  return (stored?.status?.conditions ?? []).some(({ type, status }: { type: string; status: string }) => type === 'Established' && status === 'True');
}
