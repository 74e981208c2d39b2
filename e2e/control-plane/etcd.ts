import { get } from 'http';
import { join } from 'path';
import { freePort } from './free-port';
import { ServerProcess } from './server-process';

/** Starts etcd and returns it with the address at which it serves. */
export async function startEtcd(binary: string): Promise<{ process: ServerProcess; url: string }> {
  const etcd = new ServerProcess('etcd');
  const [client, peer] = [`http://127.0.0.1:${await freePort()}`, `http://127.0.0.1:${await freePort()}`];
  etcd.run(binary, [
    `--data-dir=${join(etcd.folder, 'data')}`,
    `--listen-client-urls=${client}`, `--advertise-client-urls=${client}`,
    `--listen-peer-urls=${peer}`, `--initial-advertise-peer-urls=${peer}`, `--initial-cluster=default=${peer}`,
  ]);
  await etcd.ready(() => isHealthy(client)).catch(async (error) => {
    await etcd.stop();
    throw error;
  });
  return { process: etcd, url: client };
}

function isHealthy(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    get(`${url}/health`, (response) => resolve(response.resume().statusCode === 200)).on('error', () => resolve(false));
  });
}
