import { Cluster } from './cluster/cluster';
import { readKubeconfig } from './cluster/kubeconfig';
import { startApiServer } from './control-plane/api-server';
import { binary, isAvailable } from './control-plane/binaries';
import { startControllerManager } from './control-plane/controller-manager';
import { startEtcd } from './control-plane/etcd';
import { minorVersionOf, releaseOf } from './control-plane/releases';
import type { ServerProcess } from './control-plane/server-process';

export interface StartOptions {
  /** The controllers to run, by the names that `kube-controller-manager --controllers` takes; none by default. */
  readonly controllers?: readonly string[];
  /** Further flags of kube-apiserver. */
  readonly flags?: readonly string[];
}

/** Whether the tests run on the cluster of `KUBECONFIG`. */
export const isGivenCluster = process.env.E2E_KUBECONFIG !== undefined;

/** Whether a cluster with these options can be had: what controllers do is not to be seen where a scheduler and kubelets do the same. */
export function canStart({ controllers = [] }: StartOptions): boolean {
  return controllers.length === 0 || (!isGivenCluster && isAvailable('kube-controller-manager'));
}

/**
 * Starts a control plane without nodes: a fresh cluster of a version, for as long as the test needs it. With
 * `npm run e2e -- --cluster` it is the cluster of `KUBECONFIG` instead.
 *
 *     const cluster = await start('1.33');
 *     const { accepted, message, warnings, object } = await cluster.apply(service, { dryRun: true });
 *     await cluster.stop();
 *
 * @param version `1.27`, or a full version such as `1.31.9`
 */
export async function start(version: string, options: StartOptions = {}): Promise<Cluster> {
  const kubeconfig = process.env.E2E_KUBECONFIG;
  if (kubeconfig) return new Cluster(version, readKubeconfig(kubeconfig));
  const servers: ServerProcess[] = [];
  try {
    return await startServers(releaseOf(version), options, servers);
  } catch (error) {
    await stopAll(servers);
    throw error;
  }
}

async function startServers(release: string, { controllers = [], flags }: StartOptions, servers: ServerProcess[]): Promise<Cluster> {
  const etcd = await startEtcd(await binary('etcd', release));
  servers.unshift(etcd.process);
  const apiServer = await startApiServer({ etcd: etcd.url, binary: await binary('kube-apiserver', release), release, flags });
  servers.unshift(apiServer.process);
  if (controllers.length > 0) {
    servers.unshift(await startControllerManager(await binary('kube-controller-manager', release), apiServer.connection, controllers));
  }
  const cluster = new Cluster(minorVersionOf(release), apiServer.connection, servers);
  await cluster.ensureNamespaces([{ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'default', namespace: 'default' } }]);
  return cluster;
}

async function stopAll(servers: readonly ServerProcess[]): Promise<void> {
  for (const server of servers) await server.stop();
}
