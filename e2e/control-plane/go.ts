import { spawn, spawnSync } from 'child_process';

/** Runs the go command in a folder and returns what it prints. */
export function go(folder: string, ...args: string[]): string {
  const { status, stdout, stderr, error } = spawnSync('go', args, { cwd: folder, env: environment(), encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (error) throw new Error(`"go" cannot be run (${error.message}): install Go 1.26 or newer, or name a folder of binaries in KUBEBUILDER_ASSETS`);
  if (status !== 0) throw new Error(`go ${args.join(' ')} failed:\n${stdout}${stderr}`);
  return stdout;
}

/** The same, with each line of its standard error as it comes. */
export function goWithLines(folder: string, args: readonly string[], eachLine: (line: string) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn('go', args, { cwd: folder, env: environment(), stdio: ['ignore', 'ignore', 'pipe'] });
    const lines: string[] = [];
    let rest = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      const complete = (rest + text).split('\n');
      rest = complete.pop()!;
      lines.push(...complete);
      complete.forEach(eachLine);
    });
    child.on('error', reject);
    child.on('close', (status) => {
      if (status === 0) resolve();
      else reject(new Error(`go ${args.join(' ')} failed:\n${[...lines.slice(-20), rest].join('\n')}`));
    });
  });
}

/** The user's own, so that caches and proxies are theirs. */
function environment(): NodeJS.ProcessEnv {
  return { ...process.env, CGO_ENABLED: '0', GOWORK: 'off' };
}
