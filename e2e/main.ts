import { spawn } from 'child_process';
import { mkdtempSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { readArguments } from './arguments';
import { ApiClient } from './cluster/api-client';
import { readKubeconfig } from './cluster/kubeconfig';
import { binary, isAvailable, releaseOfAssets, SERVERS } from './control-plane/binaries';
import { minorVersionOf, releaseOf, VERSIONS } from './control-plane/releases';
import { summaryOf } from './summary';

main(process.argv.slice(2)).then((status) => { process.exitCode = status; }, (error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});

async function main(args: readonly string[]): Promise<number> {
  const { versions, cluster, jest } = readArguments(args);
  const environment = cluster ? await environmentOfCluster() : await environmentOf(versions);
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-l4-e2e-'));
  const summary = join(folder, 'summary');
  try {
    const status = await runJest(jest, { ...environment, E2E_SUMMARY: summary });
    summaryOf(summary).forEach((line) => process.stdout.write(`${line}\n`));
    return status;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Makes sure that the binaries are there before the first test asks for them, as that may take minutes. */
async function environmentOf(wanted: readonly string[]): Promise<NodeJS.ProcessEnv> {
  const assets = releaseOfAssets();
  const versions = assets ? [assets] : wanted.length > 0 ? wanted : VERSIONS;
  for (const release of versions.map(releaseOf)) {
    for (const server of SERVERS.filter(isAvailable)) await binary(server, release);
  }
  return { E2E_VERSIONS: versions.join(',') };
}

async function environmentOfCluster(): Promise<NodeJS.ProcessEnv> {
  const path = process.env.KUBECONFIG;
  if (!path) throw new Error('--cluster needs KUBECONFIG: the file of a cluster that can be thrown away afterwards');
  const client = new ApiClient(readKubeconfig(path));
  const { body } = await client.request('GET', '/version');
  client.close();
  return { E2E_KUBECONFIG: path, E2E_VERSIONS: minorVersionOf(body.gitVersion.slice(1)) };
}

/** Interrupted, it waits for jest, which the terminal interrupts as well; the servers end with the processes that started them. */
function runJest(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
  const child = spawn(process.execPath, [require.resolve('jest/bin/jest'), '--ci', '--config', join(__dirname, 'jest.config.js'), ...args], {
    stdio: 'inherit',
    env: { ...process.env, ...environment },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}
