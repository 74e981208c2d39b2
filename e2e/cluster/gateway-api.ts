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
  await define(cluster, definitionsIn(`sigs.k8s.io/gateway-api@${release}`, `config/crd/${channel}`, 'gateway.networking.k8s.io_'));
}

/**
 * Applies the definitions of the parameters and policies of Envoy Gateway.
 *
 * @see https://gateway.envoyproxy.io/docs/api/extension_types/
 */
export async function withEnvoyGateway(cluster: Cluster): Promise<void> {
  await define(cluster, definitionsIn('github.com/envoyproxy/gateway@v1.9.0', 'charts/gateway-helm/charts/crds/crds/generated', 'gateway.envoyproxy.io_'));
}

async function define(cluster: Cluster, definitions: readonly KubeObject[]): Promise<void> {
  for (const definition of definitions) {
    const { message } = await cluster.apply(definition);
    if (message) throw new Error(`the definition ${definition.metadata.name} is refused: ${message}`);
  }
  await cluster.until(async () => (await Promise.all(definitions.map((definition) => isEstablished(cluster, definition)))).every(Boolean), 'the definitions are served');
  cluster.forgetKinds();
}

/** The definitions that a Go module carries. */
function definitionsIn(module: string, path: string, prefix: string): KubeObject[] {
  const { Dir } = JSON.parse(go(tmpdir(), 'mod', 'download', '-json', module)) as { Dir: string };
  const folder = join(Dir, path);
  const files = readdirSync(folder).filter((file) => file.startsWith(prefix)).sort();
  const objects = files.flatMap((file) => objectsIn(readFileSync(join(folder, file), 'utf8')) ?? []);
  return objects.filter(({ kind }) => kind === 'CustomResourceDefinition');
}

async function isEstablished(cluster: Cluster, definition: KubeObject): Promise<boolean> {
  const stored = await cluster.read(definition);
  return (stored?.status?.conditions ?? []).some(({ type, status }: { type: string; status: string }) => type === 'Established' && status === 'True');
}
