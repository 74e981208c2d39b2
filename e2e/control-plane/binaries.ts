import { spawnSync } from 'child_process';
import { existsSync } from 'fs';
import { join } from 'path';
import { builtBinary, type Command } from './build-binary';

/** The servers of a control plane. */
export const SERVERS = ['etcd', 'kube-apiserver', 'kube-controller-manager'] as const;

export type Server = typeof SERVERS[number];

/** The one that is built where the machine has none. */
const ETCD: Command = { name: 'etcd', module: 'go.etcd.io/etcd/server/v3', version: 'v3.5.21', path: 'go.etcd.io/etcd/server/v3' };

/** The folder that `KUBEBUILDER_ASSETS` names. */
const ASSETS = process.env.KUBEBUILDER_ASSETS;

/**
 * The file to run: of the folder that `KUBEBUILDER_ASSETS` names, the etcd of the machine, or one built from Go modules.
 *
 * @param release of Kubernetes: `1.27.4`
 * @see https://book.kubebuilder.io/reference/envtest
 */
export async function binary(server: Server, release: string): Promise<string> {
  const asset = assetOf(server);
  if (asset) return asset;
  if (server !== 'etcd') return builtBinary(kubernetesCommand(server, release));
  return isInstalled('etcd') ? 'etcd' : builtBinary(ETCD);
}

/** Whether a server can be run: the folder of `KUBEBUILDER_ASSETS` seldom has one with controllers, and of its version none may build. */
export function isAvailable(server: Server): boolean {
  return server === 'etcd' || !ASSETS || assetOf(server) !== undefined;
}

/** The release that the API server of `KUBEBUILDER_ASSETS` is of. */
export function releaseOfAssets(): string | undefined {
  if (!ASSETS) return undefined;
  const asset = assetOf('kube-apiserver');
  if (!asset) throw new Error(`there is no kube-apiserver in ${ASSETS}, the folder that KUBEBUILDER_ASSETS names`);
  const { stdout } = spawnSync(asset, ['--version'], { encoding: 'utf8' });
  return /v(\d+\.\d+\.\d+)/.exec(stdout)?.[1];
}

function assetOf(server: Server): string | undefined {
  const asset = join(ASSETS ?? '', server);
  return ASSETS && existsSync(asset) ? asset : undefined;
}

function kubernetesCommand(name: string, release: string): Command {
  const [major, minor, patch] = release.split('.');
  const version = 'k8s.io/component-base/version';
  return {
    name,
    module: 'k8s.io/kubernetes',
    version: `v${release}`,
    path: `k8s.io/kubernetes/cmd/${name}`,
    publishedAs: `v0.${minor}.${patch}`,
    variables: [`${version}.gitVersion=v${release}`, `${version}.gitMajor=${major}`, `${version}.gitMinor=${minor}`, `${version}.gitTreeState=clean`],
  };
}

function isInstalled(command: string): boolean {
  return spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0;
}
