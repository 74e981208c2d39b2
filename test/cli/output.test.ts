import type { PathOrFileDescriptor } from 'fs';
import { join } from 'path';
import { inFolder, run } from './run';
import { EXIT } from '../../src/cli/exit-codes';
import { main } from '../../src/cli/main';

const SERVICE = 'apiVersion: v1\nkind: Service\nmetadata: { name: orders }\nspec: { type: ExternalName, externalName: 203.0.113.7 }\n';
const only = ['--only', 'externalname-is-ip'];
const checked = (...args: string[]) => inFolder({ 'orders.yaml': SERVICE }, (folder) => run('check', ...only, join(folder, 'orders.yaml'), ...args));

afterEach(() => jest.restoreAllMocks());

describe('colour', () => {
  const onTerminal = (env: NodeJS.ProcessEnv) => {
    const kept = { isTTY: process.stdout.isTTY, env: process.env };
    Object.assign(process, { env: { ...kept.env, NO_COLOR: undefined, TERM: 'xterm', ...env } });
    process.stdout.isTTY = true;
    try {
      return checked().stdout;
    } finally {
      process.stdout.isTTY = kept.isTTY;
      process.env = kept.env;
    }
  };

  test('is for terminals', () => {
    expect(onTerminal({})).toContain('\u001b[31merror');
    expect(checked().stdout).not.toContain('\u001b');
  });

  test.each([['NO_COLOR', '1'], ['TERM', 'dumb']])('is left out where %s is %s', (name, value) => {
    expect(onTerminal({ [name]: value })).not.toContain('\u001b');
  });
});

describe('standard input', () => {
  afterEach(() => jest.restoreAllMocks());

  function piped(text: string, ...args: string[]) {
    const fs = jest.requireActual<typeof import('fs')>('fs');
    const read = fs.readFileSync as (file: PathOrFileDescriptor, options?: unknown) => string;
    jest.spyOn(fs, 'readFileSync').mockImplementation((file, options) => file === 0 ? text : read(file, options));
    return run(...args, '-');
  }

  test('is a part of the set', () => {
    const { stdout, exitCode } = piped(SERVICE, 'check', ...only);
    expect(stdout).toContain('(-:4:43)');
    expect(exitCode).toBe(EXIT.FINDINGS);
  });

  test.each(['', '\n\n', '---\n# Source: orders/templates/service.yaml\n---\n', '%YAML 1.1\n---\n...\n', '\ufeff\r\n'])('that holds nothing (%j) was not read', (text) => {
    const { stdout, exitCode } = piped(text, 'check');
    expect(stdout).toContain('not read -:1:1: nothing came in on standard input; if a program in front of the pipe failed, see what it says, and set "set -o pipefail" in the shell');
    expect(exitCode).toBe(EXIT.UNREADABLE);
  });

  test('that holds nothing was not read by other commands either', () => {
    expect(piped('', 'graph').exitCode).toBe(EXIT.UNREADABLE);
    expect(piped('', 'migrate', '--from', 'ingress-nginx', '--to', 'gateway-api', '--implementation', 'envoy-gateway').exitCode).toBe(EXIT.UNREADABLE);
  });

  test.each(['{ apiVersion: v1, kind: List, items: [] }\n', '{}\n'])('that says it has no objects (%j) was read', (text) => {
    const { stdout, exitCode } = piped(text, 'check');
    expect(stdout).toContain('nothing checked');
    expect(exitCode).toBe(EXIT.CLEAN);
  });
});

test('an input without objects is no silent pass', () => {
  inFolder({ 'README.md': '# nothing' }, (folder) => {
    const { stdout, exitCode } = run('check', folder);
    expect(stdout).toContain('nothing checked the input holds no Kubernetes object');
    expect(stdout).toContain('in 0 objects');
    expect(exitCode).toBe(EXIT.CLEAN);
  });
});

test('a report that cannot be written is wrong usage', () => {
  const { stderr, exitCode } = checked('--format', 'json=/nowhere/report.json');
  expect(stderr).toBe('cdk8s-l4: the report /nowhere/report.json cannot be written: there is no folder /nowhere; make it with "mkdir -p /nowhere"\n"cdk8s-l4 check --help" shows what there is.\n');
  expect(exitCode).toBe(EXIT.USAGE);
});

test('two reports do not go to one place, unless both are lines', () => {
  expect(checked('--format', 'json', '--format', 'text').stderr).toContain('nobody can read json out of them; write --format json=FILE');
  expect(checked('--format', 'json=a.json', '--format', 'sarif=./a.json').stderr).toContain('two reports go to a.json');
});

test('several formats go to standard output one after the other', () => {
  const { stdout } = checked('--format', 'github', '--format', 'text');
  expect(stdout).toMatch(/^::error .*[^]*\nService default\/orders\n/);
});

test('whoever closes the pipe early has seen enough', () => {
  const argv = process.argv;
  process.argv = ['node', 'cdk8s-l4', '--help'];
  jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  const listener = jest.spyOn(process.stdout, 'on');
  try {
    jest.isolateModules(() => jest.requireActual('../../src/cli/bin'));
  } finally {
    process.argv = argv;
    process.exitCode = undefined;
  }
  const [, onError] = listener.mock.calls.find(([event]) => String(event) === 'error') as unknown as [string, (error: Error) => void];
  process.stdout.removeListener('error', onError);
  expect(() => onError(Object.assign(new Error('closed'), { code: 'EPIPE' }))).not.toThrow();
  expect(() => onError(Object.assign(new Error('disk is full'), { code: 'ENOSPC' }))).toThrow('disk is full');
});

test('a defect of ours is neither a pass nor a finding', () => {
  const stderr = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  jest.spyOn(process.stdout, 'write').mockImplementation(() => {
    throw new TypeError('out of our depth');
  });
  const exitCode = main(['check', '--list']);
  jest.spyOn(process.stdout, 'write').mockRestore();
  expect(exitCode).toBe(EXIT.UNREADABLE);
  expect(stderr).toHaveBeenCalledWith(expect.stringContaining('a defect of ours, please report it: TypeError: out of our depth'));
});
