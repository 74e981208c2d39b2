import { spawnSync } from 'child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join, resolve } from 'path';
import { L4Validation } from '../src';

const ROOT = resolve(__dirname, '..');

const SERVICE = (externalName: string) => `apiVersion: v1
kind: Service
metadata: { name: mail }
spec:
  type: ExternalName
  externalName: ${externalName}
`;

interface Outcome {
  readonly exitCode: number | null;
  readonly output: string;
  readonly reports?: any[];
}

/** Runs `cdk8s synth` in a folder of its own, over an app that only writes a manifest, with this library as it was compiled last. */
function cdk8sSynth(manifest: string, properties: object = {}): Outcome {
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-l4-validation-'));
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  try {
    write('main.js', `require('fs').mkdirSync('dist', { recursive: true }); require('fs').writeFileSync('dist/shop.k8s.yaml', ${JSON.stringify(manifest)});`);
    write('cdk8s.yaml', JSON.stringify({
      language: 'typescript', app: 'node main.js', validations: [{ package: ROOT, version: '0.0.0', class: 'L4Validation', properties }],
    }));
    const cli = join(ROOT, 'node_modules/cdk8s-cli/bin/cdk8s');
    const env = { ...process.env, CDK8S_CHECK_UPGRADE: 'false', FORCE_COLOR: '0' };
    const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'synth', '--validation-reports-output-file', 'reports.json'], { cwd: folder, env, encoding: 'utf8' });
    return { exitCode: status, output: stdout + stderr, reports: reportsIn(join(folder, 'reports.json')) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function reportsIn(file: string): any[] | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).reports;
  } catch {
    return undefined;
  }
}

describe('cdk8s synth', () => {
  test('passes what is right', () => {
    const { exitCode, output } = cdk8sSynth(SERVICE('mail.example.com'));
    expect(output).toContain('Validations finished');
    expect(exitCode).toBe(0);
  }, 30_000);

  test('fails on an error and says how to mend it', () => {
    const { exitCode, reports } = cdk8sSynth(SERVICE('10.0.0.5'));
    expect(exitCode).toBe(2);
    expect(reports?.map(({ violations, summary }) => ({ status: summary.status, violations }))).toMatchSnapshot();
  }, 30_000);

  test('says which property is wrong', () => {
    const { exitCode, output } = cdk8sSynth(SERVICE('mail.example.com'), { kubernetesVersion: 1.3 });
    expect(output).toContain('1.3 is not text');
    expect(exitCode).toBe(1);
  }, 30_000);
});

describe('the plugin', () => {
  const validate = async (manifest: string, properties?: ConstructorParameters<typeof L4Validation>[0]) => {
    const folder = mkdtempSync(join(tmpdir(), 'cdk8s-l4-validation-'));
    const [violations, logged]: [string[], string[]] = [[], []];
    let submitted: string | undefined;
    try {
      writeFileSync(join(folder, 'shop.k8s.yaml'), manifest);
      await new L4Validation(properties).validate({
        manifests: [join(folder, 'shop.k8s.yaml')],
        report: { addViolation: ({ ruleName }) => violations.push(ruleName), submit: (status) => submitted = status },
        logger: { log: (message) => logged.push(message) },
      });
      return { violations, logged, submitted };
    } finally {
      rmSync(folder, { recursive: true });
    }
  };

  test('logs what does not fail', async () => {
    const { violations, logged, submitted } = await validate(SERVICE('10.0.0.5'), { failOn: 'nothing' as never });
    expect([violations, submitted]).toEqual([[], 'success']);
    expect(logged.join()).toContain('error externalname-is-ip: Service default/mail');
  });

  test('ignores what its properties ignore', async () => {
    const ignore = [{ check: 'externalname-is-ip', object: 'Service default/mail', reason: 'our name server knows it' }];
    expect(await validate(SERVICE('10.0.0.5'), { ignore })).toEqual({ violations: [], logged: [], submitted: 'success' });
  });

  test('refuses a manifest that cannot be read', async () => {
    await expect(validate('kind: [\n')).rejects.toThrow(/shop\.k8s\.yaml:\d+:\d+/);
  });
});
