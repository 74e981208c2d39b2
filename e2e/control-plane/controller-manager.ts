import { writeFileSync } from 'fs';
import { join } from 'path';
import { freePort } from './free-port';
import { ServerProcess } from './server-process';
import type { Connection } from '../cluster/api-client';

/** Starts kube-controller-manager with some controllers. */
export async function startControllerManager(binary: string, connection: Connection, controllers: readonly string[]): Promise<ServerProcess> {
  const manager = new ServerProcess('kube-controller-manager');
  const kubeconfig = join(manager.folder, 'kubeconfig');
  writeFileSync(kubeconfig, JSON.stringify(kubeconfigOf(connection)), { mode: 0o600 });
  manager.run(binary, [
    `--kubeconfig=${kubeconfig}`, `--controllers=${controllers.join(',')}`, '--leader-elect=false',
    '--bind-address=127.0.0.1', `--secure-port=${await freePort()}`, `--cert-dir=${manager.folder}`,
  ]);
  return manager;
}

function kubeconfigOf({ url, ca, token }: Connection) {
  return {
    'apiVersion': 'v1',
    'kind': 'Config',
    'clusters': [{ name: 'e2e', cluster: { 'server': url, 'certificate-authority-data': Buffer.from(ca ?? '').toString('base64') } }],
    'users': [{ name: 'admin', user: { token } }],
    'contexts': [{ name: 'e2e', context: { cluster: 'e2e', user: 'admin' } }],
    'current-context': 'e2e',
  };
}
