import { spawnSync } from 'child_process';
import { existsSync } from 'fs';
import { join } from 'path';
import { builtBinary } from './build-binary';

/** The servers of a control plane. */
export type Server = 'kube-apiserver' | 'kube-controller-manager' | 'etcd';

/** Any etcd does that is younger than the oldest that Kubernetes asks for; this one is built where the machine has none. */
const ETCD = 'v3.5.21';

/**
 * The file to run: of the folder that `KUBEBUILDER_ASSETS` names, the etcd of the machine, or one built from Go modules.
 *
 * @param release of Kubernetes: `1.27.4`
 * @see https://book.kubebuilder.io/reference/envtest
 */
export async function binary(server: Server, release: string): Promise<string> {
  const asset = join(process.env.KUBEBUILDER_ASSETS ?? '', server);
  if (process.env.KUBEBUILDER_ASSETS && existsSync(asset)) return asset;
  if (server !== 'etcd') return builtBinary(kubernetesCommand(server, release));
  return isInstalled('etcd') ? 'etcd' : builtBinary({ name: 'etcd', module: 'go.etcd.io/etcd/server/v3', version: ETCD, path: 'go.etcd.io/etcd/server/v3', publishedAs: ETCD });
}

/** The release that the API server of `KUBEBUILDER_ASSETS` is of. */
export function releaseOfAssets(): string | undefined {
  const asset = join(process.env.KUBEBUILDER_ASSETS ?? '', 'kube-apiserver');
  if (!process.env.KUBEBUILDER_ASSETS || !existsSync(asset)) return undefined;
  const { stdout } = spawnSync(asset, ['--version'], { encoding: 'utf8' });
  return /v(\d+\.\d+\.\d+)/.exec(stdout)?.[1];
}

function kubernetesCommand(name: string, release: string) {
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
