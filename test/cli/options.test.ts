import { readFileSync, writeFileSync } from 'fs';
import { join } from 'path';
import { inFolder, run } from './run';
import { EXIT } from '../../src/cli/exit-codes';

const service = (name: string, spec: string) => `---\napiVersion: v1\nkind: Service\nmetadata: { name: ${name} }\nspec: ${spec}\n`;
const ERROR = service('orders', '{ type: ExternalName, externalName: 203.0.113.7 }');
const WARNING = service('stock', '{ type: ExternalName, externalName: db.example.com, selector: { app: stock } }');
const INFO = service('prices', '{ selector: { app: prices }, ports: [{ port: 80 }], ipFamilyPolicy: RequireDualStack }');
const only = ['externalname-is-ip', 'externalname-with-selector', 'dualstack-required'].flatMap((name) => ['--only', name]);

const checked = (manifest: string, ...args: string[]) => inFolder({ 'set.yaml': manifest }, (folder) => run('check', ...only, join(folder, 'set.yaml'), ...args));

describe('--fail-on', () => {
  test.each([
    ['error', ERROR, EXIT.FINDINGS], ['error', WARNING, EXIT.CLEAN], ['error', INFO, EXIT.CLEAN],
    ['warning', WARNING, EXIT.FINDINGS], ['warning', INFO, EXIT.CLEAN],
    ['info', INFO, EXIT.FINDINGS],
  ])('%s', (severity, manifest, exitCode) => {
    expect(checked(manifest, '--fail-on', severity).exitCode).toBe(exitCode);
  });
});

test('information is shown when it is asked for', () => {
  expect(checked(INFO).stdout).toMatch(/^0 errors, 0 warnings, 0 info in/);
  expect(checked(INFO, '--info').stdout).toContain('info dualstack-required: ');
});

test('--skip leaves a check out', () => {
  expect(checked(ERROR + WARNING, '--skip', 'externalname-is-ip').stdout).toContain('0 errors, 1 warning, 0 info in 2 objects (2 Services, 0 workloads), for Kubernetes 1.27, by 2 checks');
});

test('--kubernetes-version and --namespace are of the set', () => {
  const { stdout } = checked(ERROR, '--kubernetes-version', '1.31', '--namespace', 'shop');
  expect(stdout).toMatch(/^Service shop\/orders\n/);
  expect(stdout).toContain('for Kubernetes 1.31');
});

test('--list names every check with what it looks for', () => {
  expect(run('check', '--list').stdout).toContain('externalname-is-ip (error)\n  The externalName of a Service is an IP address.\n');
});

test('a command explains itself, by either flag', () => {
  expect(run('check', '--help').stdout).toContain('cdk8s-l4 check [options] [paths|-]...');
  expect(run('check', '-h')).toEqual(run('check', '--help'));
  expect(run('--help').stdout).toContain('check    find connections');
});

test('an unknown command is wrong usage', () => {
  const { stderr, exitCode } = run('chekc', 'set.yaml');
  expect(stderr).toBe('cdk8s-l4: "chekc" is no command; write check\n"cdk8s-l4 --help" shows what there is.\n');
  expect(exitCode).toBe(EXIT.USAGE);
});

describe('a baseline', () => {
  test('leaves what is new, also a further finding on a known field', () => {
    inFolder({ 'set.yaml': ERROR }, (folder) => {
      const [manifest, baseline] = [join(folder, 'set.yaml'), join(folder, 'baseline.json')];
      run('check', ...only, manifest, '--format', `json=${baseline}`);
      writeFileSync(manifest, ERROR + WARNING);
      expect(run('check', ...only, manifest, '--baseline', baseline).stdout).toContain('0 errors, 1 warning');
      writeFileSync(manifest, ERROR + ERROR);
      expect(run('check', ...only, manifest, '--baseline', baseline).stdout).toContain('1 error, 0 warnings');
    });
  });

  test('is a report, not any other JSON', () => {
    inFolder({ 'other.json': '[]' }, (folder) => {
      expect(checked(ERROR, '--baseline', join(folder, 'other.json')).stderr).toContain('it is no report of cdk8s-l4; name a report that "cdk8s-l4 check --format json=FILE" wrote');
    });
  });

  test('of another schema version is not compared', () => {
    inFolder({ 'other.json': '{ "schemaVersion": 2, "findings": [] }' }, (folder) => {
      const { stderr, exitCode } = checked(ERROR, '--baseline', join(folder, 'other.json'));
      expect(stderr).toContain('it has schemaVersion 2, and this version reads 1; write it anew');
      expect(exitCode).toBe(EXIT.USAGE);
    });
  });
});

describe('a configuration file', () => {
  const configured = (config: string, ...args: string[]) => inFolder({ 'config.yaml': config }, (folder) => checked(ERROR + WARNING, '--config', join(folder, 'config.yaml'), ...args));

  test('sets what the options set', () => {
    const { stdout, exitCode } = configured('kubernetesVersion: "1.31"\ndefaultNamespace: shop\nfailOn: warning\nskip: [externalname-is-ip]\n');
    expect(stdout).toContain('Service shop/stock');
    expect(stdout).toContain('0 errors, 1 warning, 0 info in 2 objects (2 Services, 0 workloads), for Kubernetes 1.31');
    expect(exitCode).toBe(EXIT.FINDINGS);
  });

  test('gives way to the options', () => {
    expect(configured('failOn: error\n', '--fail-on', 'warning', '--skip', 'externalname-is-ip').exitCode).toBe(EXIT.FINDINGS);
  });

  test('may be empty', () => {
    expect(configured('# nothing yet\n').exitCode).toBe(EXIT.FINDINGS);
  });

  test.each([
    ['text', 'all of it', '"all of it" is not a map of settings'],
    ['a list', '- failOn', '["failOn"] is not a map of settings'],
    ['an unknown setting', 'failon: error', '"failon" is no setting\n  at   failon\n  why  it would silently do nothing\n  fix  write failOn\n'],
    ['a version that YAML reads as a number', 'kubernetesVersion: 1.30', '1.3 is not text\n  at   kubernetesVersion\n'],
    ['a version that is not known', 'kubernetesVersion: "1.99"', 'config.yaml: "1.99" is not a known Kubernetes version\n  at   kubernetesVersion\n'],
    ['a namespace that cannot be', 'defaultNamespace: My_Shop', '"My_Shop" is not a DNS label\n  at   defaultNamespace\n'],
    ['a severity that there is not', 'failOn: fatal', '"fatal" is not a severity\n  at   failOn\n'],
    ['no list of checks', 'skip: externalname-is-ip', '"externalname-is-ip" is not a list\n  at   skip\n'],
    ['a check that there is not', 'skip: [externalname-is]', '"externalname-is" is not the name of a check\n  at   skip[0]\n'],
    ['no list of what is accepted', 'ignore: { check: "*" }', 'is not a list\n  at   ignore\n'],
    ['no reason', 'ignore: [{ check: "*", object: "Service default/orders" }]', 'a reason is missing\n  at   ignore[0].reason\n'],
    ['an empty reason', 'ignore: [{ check: "*", object: "Service default/orders", reason: " " }]', '" " is not a reason\n  at   ignore[0].reason\n'],
    ['an object without kind', 'ignore: [{ check: "*", object: orders, reason: known }]', '"orders" is not an object\n  at   ignore[0].object\n'],
    ['broken YAML', 'skip: [', 'cannot be read: '],
  ])('is refused with %s', (_mistake, config, message) => {
    const { stderr, exitCode } = configured(config);
    expect(stderr).toContain(message);
    expect(exitCode).toBe(EXIT.USAGE);
  });

  test('says everything that is wrong with it at once', () => {
    const { stderr } = configured('failon: error\nskip: [externalname-is]\nignore:\n- { object: "Service default/orders" }\n');
    expect(stderr).toContain('config.yaml has 4 problems');
    for (const at of ['failon', 'skip[0]', 'ignore[0].check', 'ignore[0].reason']) expect(stderr).toContain(`  at   ${at}\n`);
  });

  test('may leave a setting without a value', () => {
    expect(configured('kubernetesVersion:\nskip:\nignore:\n').exitCode).toBe(EXIT.FINDINGS);
  });

  test('is looked for in the working directory', () => {
    inFolder({ 'cdk8s-l4.yaml': 'skip: [externalname-is-ip]\n', 'set.yaml': ERROR }, (folder) => {
      const cwd = process.cwd();
      process.chdir(folder);
      try {
        expect(run('check', ...only, 'set.yaml').exitCode).toBe(EXIT.CLEAN);
      } finally {
        process.chdir(cwd);
      }
    });
  });
});

test('JSON is a set like YAML', () => {
  const object = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'orders' }, spec: { type: 'ExternalName', externalName: '203.0.113.7' } };
  inFolder({ 'list.json': JSON.stringify({ apiVersion: 'v1', kind: 'List', items: [object] }, undefined, 2) }, (folder) => {
    const report = join(folder, 'report.json');
    run('check', ...only, join(folder, 'list.json'), '--format', `json=${report}`);
    expect(JSON.parse(readFileSync(report, 'utf8')).findings[0].location).toMatchObject({ line: 13, column: 25 });
  });
});
