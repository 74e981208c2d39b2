import { readFileSync } from 'fs';
import { join } from 'path';
import { inFolder, run } from './run';
import { LOSS_NAMES } from '../../src/migrate/loss-names';
import { renderJson } from '../../src/report/json';
import { migrated } from '../migrate/migrated';
import { crashedReport } from '../report/shop';

const page = (name: string) => readFileSync(join(__dirname, '../../docs', name), 'utf8');

test('docs/command-line.md has the options that the help of the commands has', () => {
  const optionsIn = (text: string) => [...new Set(text.match(/(?<=[`, ])--[a-z-]+/g))].sort();
  const optionsOf = (...commands: string[]) => commands.flatMap((command) => optionsIn(run(command, '--help').stdout));
  const [others, migrate] = [optionsOf('check', 'trace', 'graph'), optionsOf('migrate')];
  const [aboutOthers, aboutMigrate] = page('command-line.md').replace(/```[^]*?```/g, '').split('\n## migrate\n');
  expect(others).toContain('--baseline');
  expect(optionsIn(aboutOthers)).toEqual([...new Set([...others, '--help', '--version'])].sort());
  expect(migrate).toContain('--new-address');
  expect(optionsIn(aboutMigrate)).toEqual(migrate);
});

test.each([
  ['README.md', '../README.md', 'checks/overlap/selector-overlap-port-missing/bad.yaml'],
  ['docs/command-line.md', 'command-line.md', 'trace/gateway/a-missing-grant-refuses-its-share.yaml'],
])('the picture in %s is what graph draws', (_title, file, manifest) => {
  const [, picture] = /```mermaid\n([^]*?)```/.exec(page(file))!;
  expect(run('graph', join(__dirname, '..', manifest)).stdout).toBe(picture);
});

test('docs/command-line.md shows what trace says', () => {
  const manifest = join(__dirname, '../trace/gateway/a-missing-grant-refuses-its-share.yaml');
  const [, shown] = /```\n\$ npx cdk8s-l4 trace .*\n([^]*?)```/.exec(page('command-line.md'))!;
  const { stdout } = run('trace', 'gateway/infra/edge', '--listen-port', '5432', '--from', 'external', manifest);
  const [beginning, end] = shown.split('...\n');
  const printed = stdout.replaceAll(manifest, 'dist/edge.k8s.yaml');
  expect([printed.startsWith(beginning), printed.endsWith(end)]).toEqual([true, true]);
});

test.each([
  ['README.md', '../README.md', 'overlap/selector-overlap-port-missing', 'manifests/service-xyz.yaml'],
  ['docs/command-line.md', 'command-line.md', 'target-port/target-port-name-missing', 'dist/shop.k8s.yaml'],
])('%s shows what check prints', (_title, file, fixture, shownAs) => {
  const bad = join(__dirname, '../checks', fixture, 'bad.yaml');
  const [, shown] = /```\n(Service default\/[^]*?)```/.exec(page(file))!;
  expect(inOneLine(run('check', bad).stdout.replaceAll(bad, shownAs))).toContain(inOneLine(shown));
});

/** A text as it is without the ends of lines of a terminal. */
const inOneLine = (text: string) => text.replace(/\s+/g, ' ');

test('docs/report.md describes every field of the JSON report', () => {
  const fields = new Set<string>();
  JSON.parse(renderJson(crashedReport()), (key, value) => {
    if (/\D/.test(key)) fields.add(key);
    return value;
  });
  expect(fields).toContain('fingerprint');
  expect([...fields].filter((field) => !page('report.md').includes(`\`${field}\``))).toEqual([]);
});

test('docs/migration-report.md describes every field of the report, and every kind of loss', () => {
  const text = page('migration-report.md');
  const stories = ['entries-without-a-route.yaml', 'live-objects-of-a-cluster.yaml', 'values-of-a-parent-chart.yaml'];
  const fields = new Set<string>();
  stories.forEach((story) => JSON.parse(migrated(story, '--report', 'json').stderr, (key, value) => {
    if (/\D/.test(key)) fields.add(key);
    return value;
  }));
  expect([...fields].filter((field) => !text.includes(`\`${field}\``))).toEqual([]);
  expect([...text.matchAll(/^\| `([a-z-]+)` \| ([^|]*) \|$/gm)].map(([, name, meaning]) => [name, meaning]).filter(([name]) => name in LOSS_NAMES)).toEqual(Object.entries(LOSS_NAMES));
});

test('the README shows what migrate prints', () => {
  const readme = readFileSync(join(__dirname, '../../README.md'), 'utf8');
  const [, values] = /live objects:\n\n```yaml\n([^]*?)```/.exec(readme)!;
  const [, shown] = /way out:\n\n```\n([^]*?)```/.exec(readme)!;
  const { stderr, stdout } = inFolder({ 'values.yaml': values }, (folder) => {
    const printed = run('migrate', '--from', 'ingress-nginx', '--to', 'gateway-api', join(folder, 'values.yaml'));
    return { ...printed, stderr: printed.stderr.replaceAll(`${folder}/`, '') };
  });
  expect(stderr.startsWith(shown)).toBe(true);
  expect(stdout).toContain('loadBalancerIP: 203.0.113.7');
  expect(stdout.match(/^kind: .*$/gm)).toEqual(['kind: Namespace', 'kind: EnvoyProxy', 'kind: Gateway', 'kind: TCPRoute', 'kind: ReferenceGrant']);
});
