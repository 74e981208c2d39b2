import { readFileSync } from 'fs';
import { join } from 'path';
import { inFolder, run } from './run';

const OVERLAP = join(__dirname, '../checks/overlap/selector-overlap-port-missing');
const BAD = join(OVERLAP, 'bad.yaml');
const only = ['--only', 'selector-overlap-port-missing'];

test('a finding is told with its place, and fails the run', () => {
  const { stdout, exitCode } = run('check', ...only, BAD);
  expect(stdout).toContain(`(${BAD}:13:19)`);
  expect(stdout).toContain('1 error, 0 warnings, 0 info in 3 objects (1 Service, 2 workloads)');
  expect(exitCode).toBe(1);
});

test('a clean set says what the set was', () => {
  const { stdout, exitCode } = run('check', ...only, join(OVERLAP, 'good.yaml'));
  expect(stdout).toBe('0 errors, 0 warnings, 0 info in 3 objects (1 Service, 2 workloads), for Kubernetes 1.27, by 1 check\n');
  expect(exitCode).toBe(0);
});

test('objects of several files are one set', () => {
  const [service, ...workloads] = readFileSync(BAD, 'utf8').split('---\n');
  inFolder({ 'service.yaml': service, 'workloads.yaml': workloads.join('---\n') }, (folder) => {
    expect(run('check', ...only, folder).exitCode).toBe(1);
    expect(run('check', ...only, join(folder, 'service.yaml')).exitCode).toBe(0);
  });
});

test('each format goes where it is sent', () => {
  inFolder({}, (folder) => {
    const outputs = ['json', 'sarif', 'junit', 'github'].map((format) => join(folder, format));
    run('check', ...only, BAD, ...outputs.flatMap((file) => ['--format', `${file.split('/').pop()}=${file}`]));
    const [json, sarif, junit, github] = outputs.map((file) => readFileSync(file, 'utf8'));
    expect(JSON.parse(json).findings[0]).toMatchObject({ check: 'selector-overlap-port-missing', location: { file: BAD, line: 13, column: 19 } });
    expect(JSON.parse(sarif).runs[0].results[0].locations[0].physicalLocation.region).toMatchObject({ startLine: 13, startColumn: 19 });
    expect(junit).toContain('failures="1"');
    expect(github).toMatch(/^::error file=.*,line=13,col=19,title=selector-overlap-port-missing::Service default\/service-xyz /);
  });
});

test('a baseline leaves only what is new', () => {
  inFolder({}, (folder) => {
    const baseline = join(folder, 'baseline.json');
    run('check', ...only, BAD, '--format', `json=${baseline}`);
    expect(run('check', ...only, BAD, '--baseline', baseline).exitCode).toBe(0);
  });
});

test('of a live Deployment and what was made of it, only the Deployment is judged', () => {
  const metadata = (name: string, owner: string) => `{ name: ${name}, namespace: shop, annotations: { cdk8s-l4/ignore.readiness-missing: it starts at once }${owner} }`;
  const owned = ', ownerReferences: [{ apiVersion: apps/v1, kind: Deployment, name: web, uid: "1", controller: true }]';
  const template = (port: string) => `
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - { name: web, image: web, ports: [{ name: ${port}, containerPort: 80 }] }`;
  const deployment = `apiVersion: apps/v1\nkind: Deployment\nmetadata: ${metadata('web', '')}\nspec:${template('http')}\n`;
  const replicaSet = `apiVersion: apps/v1\nkind: ReplicaSet\nmetadata: ${metadata('web-5d4f', owned)}\nspec:\n  replicas: 0${template('old')}\n`;
  const service = 'apiVersion: v1\nkind: Service\nmetadata: { name: web, namespace: shop }\nspec: { selector: { app: web }, ports: [{ port: 80, targetPort: http }] }\n';
  inFolder({ 'live.yaml': [replicaSet, deployment, service].join('---\n') }, (folder) => {
    expect(run('check', '--info', join(folder, 'live.yaml')).stdout).toContain('0 errors, 0 warnings, 0 info, 1 accepted in 3 objects (1 Service, 1 workload), ');
  });
});

test('an annotation with a reason accepts a finding, and is reported when nothing needs it', () => {
  const annotated = (file: string) => readFileSync(join(OVERLAP, file), 'utf8')
    .replace('name: service-xyz\n', 'name: service-xyz\n  annotations: { cdk8s-l4/ignore.selector-overlap-port-missing: both listen }\n');
  inFolder({ 'bad.yaml': annotated('bad.yaml'), 'good.yaml': annotated('good.yaml') }, (folder) => {
    const accepted = run('check', ...only, join(folder, 'bad.yaml'));
    expect(accepted.stdout).toContain('1 accepted');
    expect(accepted.exitCode).toBe(0);
    expect(run('check', ...only, join(folder, 'good.yaml')).stdout).toContain('nothing was found by selector-overlap-port-missing on Service default/service-xyz');
  });
});

test('a configuration file accepts a finding by object', () => {
  const config = 'ignore:\n  - { check: selector-overlap-port-missing, object: "Service default/*", reason: both listen }\n';
  inFolder({ 'config.yaml': config }, (folder) => {
    expect(run('check', ...only, BAD, '--config', join(folder, 'config.yaml')).exitCode).toBe(0);
  });
});

test('what cannot be read is said with its line, and the rest is checked', () => {
  inFolder({ 'broken.yaml': `${readFileSync(BAD, 'utf8')}---\nkind: [\n` }, (folder) => {
    const { stdout, exitCode } = run('check', ...only, folder);
    expect(stdout).toMatch(/not read .*broken\.yaml:\d+:\d+: /);
    expect(stdout).toContain('1 error');
    expect(exitCode).toBe(3);
  });
});

describe('wrong usage is said in a line and leaves with 2', () => {
  test.each([
    ['no manifest', [], 'name the manifests to check'],
    ['a file that is not there', ['nowhere.yaml'], 'there is no file or folder "nowhere.yaml"'],
    ['an unknown option', ['--bogus', BAD], '--bogus'],
    ['an unknown check', ['--only', 'selector-overlap', BAD], '--only: "selector-overlap" is not the name of a check; write "selector-overlap-named-split", '],
    ['an unknown format', ['--format', 'xml', BAD], '"xml" is no format'],
    ['an unknown severity', ['--fail-on', 'fatal', BAD], '--fail-on: "fatal" is not a severity; write "error", "warning" or "info"'],
    ['a severity in other words', ['--fail-on', 'warn', BAD], '--fail-on: "warn" is not a severity; write warning'],
    ['an unknown version', ['--kubernetes-version', '1.99', BAD], '--kubernetes-version: "1.99" is not a known Kubernetes version; give the version that'],
    ['a namespace that cannot be', ['--namespace', 'My_Shop', BAD], '--namespace: "My_Shop" is not a DNS label; use "my-shop"'],
    ['no check that is left', [...only, '--skip', only[1], BAD], 'no check is left to run; name fewer checks in --skip'],
    ['an unknown version', ['--kubernetes-version', '1.99', BAD], '"1.99" is not a known Kubernetes version'],
    ['a baseline that is not there', ['--baseline', 'nowhere.json', BAD], 'the baseline nowhere.json cannot be read'],
    ['a configuration that is not there', ['--config', 'nowhere.yaml', BAD], 'nowhere.yaml cannot be read'],
  ])('%s', (_mistake, args, message) => {
    const { stderr, exitCode } = run('check', ...args);
    expect(stderr).toContain(message);
    expect(exitCode).toBe(2);
  });
});
