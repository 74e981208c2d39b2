import { existsSync, readFileSync } from 'fs';
import { join } from 'path';
import { writeCredentials } from './credentials';
import { freePort } from './free-port';
import { ServerProcess } from './server-process';
import { isUsable } from '../../src/values/capabilities';
import { KubernetesVersion } from '../../src/values/kubernetes-version';
import { ApiClient, type Connection } from '../cluster/api-client';

export interface ApiServerOptions {
  readonly etcd: string;
  readonly binary: string;
  /** `1.27.4` */
  readonly release: string;
  /** Further flags of kube-apiserver. */
  readonly flags?: readonly string[];
}

/** Starts kube-apiserver and returns it with the way to it. */
export async function startApiServer(options: ApiServerOptions): Promise<{ process: ServerProcess; connection: Connection }> {
  const { etcd, binary, release, flags = [] } = options;
  const server = new ServerProcess('kube-apiserver');
  const { token, tokenFile, keyFile } = writeCredentials(server.folder);
  const port = await freePort();
  server.run(binary, [
    `--etcd-servers=${etcd}`,
    '--bind-address=127.0.0.1', '--advertise-address=127.0.0.1', `--secure-port=${port}`,
    // It makes a certificate for its address in this folder.
    `--cert-dir=${server.folder}`,
    '--anonymous-auth=false', `--token-auth-file=${tokenFile}`, '--authorization-mode=AlwaysAllow',
    '--service-account-issuer=https://kubernetes.default.svc', `--service-account-key-file=${keyFile}`, `--service-account-signing-key-file=${keyFile}`,
    '--service-cluster-ip-range=10.96.0.0/16,fd00:10:96::/112',
    // There are no service accounts, and nothing answers webhooks.
    '--disable-admission-plugins=ServiceAccount,MutatingAdmissionWebhook,ValidatingAdmissionWebhook',
    '--endpoint-reconciler-type=none', '--allow-privileged=true',
    ...gates(release), ...flags,
  ]);
  const certificate = join(server.folder, 'apiserver.crt');
  const connection = () => ({ url: `https://127.0.0.1:${port}`, token, ca: readFileSync(certificate, 'utf8') });
  await server.ready(async () => existsSync(certificate) && isReady(connection())).catch(async (error) => {
    await server.stop();
    throw error;
  });
  return { process: server, connection: connection() };
}

/** Where there are topologyKeys, they are behind a gate. */
function gates(release: string): string[] {
  return isUsable('topologyKeys', KubernetesVersion.of(release), ['ServiceTopology']) ? ['--feature-gates=ServiceTopology=true'] : [];
}

async function isReady(connection: Connection): Promise<boolean> {
  const client = new ApiClient(connection);
  try {
    return (await client.request('GET', '/readyz')).status === 200;
  } catch {
    return false;
  } finally {
    client.close();
  }
}
