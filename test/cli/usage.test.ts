import { spawnSync } from 'child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'fs';
import { join, resolve } from 'path';
import { inFolder, run } from './run';
import { CHECKS } from '../../src/checks/all';

const BIN = resolve(__dirname, '../../lib/cli/bin.js');
const WRONG = 'apiVersion: v1\nkind: Service\nmetadata: { name: orders }\nspec: { type: ExternalName, externalName: 203.0.113.7 }\n';
const RIGHT = WRONG.replace('203.0.113.7', 'db.example.com');

/** Runs the command line as it was compiled last. */
function compiled(args: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], { input, encoding: 'utf8' });
  return { exitCode: status, stdout, stderr };
}

/** Runs the command line in a folder with some files. */
function cli(args: readonly string[], { files = {}, prepare = () => undefined }: Situation = {}) {
  return inFolder({ 'right.yaml': RIGHT, 'wrong.yaml': WRONG, ...files }, (folder) => {
    prepare(folder);
    const cwd = process.cwd();
    process.chdir(folder);
    try {
      return run(...args);
    } finally {
      process.chdir(cwd);
    }
  });
}

interface Situation {
  readonly files?: Readonly<Record<string, string>>;
  readonly prepare?: (folder: string) => void;
}

describe('the exit code', () => {
  test.each<[string, number, readonly string[], Situation?]>([
    ['0 for what is right', 0, ['check', 'right.yaml']],
    ['0 for a file without bytes', 0, ['check', 'empty.yaml'], { files: { 'empty.yaml': '' } }],
    ['0 for --version', 0, ['--version']],
    ['1 for what is wrong', 1, ['check', 'wrong.yaml']],
    ['1 for a folder that a link leads back to', 1, ['check', '.'], { prepare: (folder) => symlinkSync('..', join(folder, 'up')) }],
    ['2 for no command that there is', 2, ['chekc']],
    ['2 for a value that is missing', 2, ['check', 'right.yaml', '--format']],
    ['2 for a folder of a report that is not there', 2, ['check', 'wrong.yaml', '--format', 'sarif=out/report.sarif']],
    ['2 for a baseline that is no JSON', 2, ['check', 'wrong.yaml', '--baseline', 'right.yaml']],
    ['3 for a link to itself', 3, ['check', '.'], { prepare: (folder) => symlinkSync('loop.yaml', join(folder, 'loop.yaml')) }],
    ['3 for what is no text', 3, ['check', 'right.yaml', 'kubeconfig'], { files: { kubeconfig: '\u0000\u0001' } }],
  ])('is %s', (...[, exitCode, args, situation]) => {
    const { exitCode: received, stderr } = cli(args, situation);
    expect([received, stderr]).toEqual([exitCode, exitCode === 2 ? expect.stringMatching(/^cdk8s-l4: .*\n"cdk8s-l4 .*--help" shows what there is\.\n$/) : '']);
  });
});

test('an option that there is not leads to the one that was meant, for every command', () => {
  expect(cli(['check', '--kubernetes-versoin', '1.31']).stderr).toContain('there is no option --kubernetes-versoin; write --kubernetes-version\n');
  expect(cli(['graph', '--formt', 'dot']).stderr).toContain('there is no option --formt; write --format\n');
  expect(cli(['trace', '--xyzzy']).stderr).toContain('there is no option --xyzzy\n');
});

test('every command says what it takes', () => {
  for (const command of ['check', 'graph', 'trace']) {
    expect(cli([command, '--help']).stdout).toMatch(new RegExp(`^cdk8s-l4 ${command} [^]*\nOptions\n`));
    expect(cli(['help', command])).toEqual(cli([command, '--help']));
  }
});

(process.platform === 'win32' ? test.skip : test)('nothing is wrong with a pipe that is closed early', () => {
  inFolder({}, (folder) => {
    const documents = Array.from({ length: 3000 }, (_, index) => WRONG.replace('orders', `orders-${index}`));
    mkdirSync(join(folder, 'set'));
    writeFileSync(join(folder, 'set/all.yaml'), documents.join('---\n'));
    const { stdout, stderr } = spawnSync('sh', ['-c', `"${process.execPath}" "${BIN}" check set | head -n 1`], { cwd: folder, encoding: 'utf8' });
    expect([stdout, stderr]).toEqual(['Service default/orders-0\n', '']);
  });
}, 30_000);

test('a program in front of the pipe that failed is no pass', () => {
  const { exitCode, stdout, stderr } = compiled(['check', '-']);
  expect([exitCode, stdout, stderr]).toEqual([3, expect.stringContaining('not read -:1:1: nothing came in on standard input'), '']);
}, 30_000);

test('what is compiled knows the checks of the sources, and ends with the exit code of the run', () => {
  expect(compiled(['check', '--list']).stdout.match(/^\S+ \((error|warning|info)\)$/gm)).toHaveLength(CHECKS.length);
  expect(compiled(['check', '-'], WRONG).exitCode).toBe(1);
  expect(compiled(['check', '--bogus']).exitCode).toBe(2);
}, 60_000);
