import { resolve } from 'path';
import { SHOP_CHECKS, shopReport } from './shop';
import { renderGithub } from '../../src/report/github';
import { renderJunit } from '../../src/report/junit';
import { renderSarif } from '../../src/report/sarif';
import { renderText } from '../../src/report/text';

/** A Service whose name changes colours, begins a line with a workflow command, and closes tags. */
const HOSTILE = JSON.stringify({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'a\u001b[31m\n::error::b\u0000</failure>"\u202e' },
  spec: { type: 'ExternalName', externalName: '203.0.113.7' },
});
const report = shopReport('deploy/shop.yaml', HOSTILE);
const uris = (file: string) => JSON.parse(renderSarif(shopReport(file), SHOP_CHECKS, '')).runs[0].results
  .map((result: any) => result.locations[0].physicalLocation.artifactLocation.uri);

test('text shows control characters instead of sending them to the terminal', () => {
  expect(renderText(report)).toContain('Service default/a\\u001b[31m\\u000a::error::b\\u0000</failure>"\\u202e\n');
});

test('no line of the GitHub format begins with a command from a manifest', () => {
  const commands = renderGithub(report).split('\n').filter((line) => line.startsWith('::'));
  expect(commands).toHaveLength(1);
  expect(commands[0]).toContain('%0A::error::b');
});

test('JUnit escapes what XML reads as markup, and has no control characters', () => {
  const xml = renderJunit(report, SHOP_CHECKS);
  expect(xml.match(/<\/failure>/g)).toHaveLength(1);
  // eslint-disable-next-line no-control-regex
  expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
});

test('SARIF names files by URI', () => {
  expect(uris('deploy/a b#1%.yaml')[0]).toBe('deploy/a%20b%231%25.yaml');
  expect(uris('/srv/shop.yaml')[0]).toBe('file:///srv/shop.yaml');
  expect(uris('-')[0]).toBe('stdin');
});

test('GitHub gets files relative to the repository, and none for standard input', () => {
  expect(renderGithub(shopReport(resolve('deploy/shop.yaml')))).toContain('::error file=deploy/shop.yaml,line=');
  expect(renderGithub(shopReport('-'))).toContain('::error line=4,');
});
