import { resolve } from 'path';
import { pathToFileURL } from 'url';
import { SHOP_CHECKS, SHOP_TOOL, shopReport } from './shop';
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
const uris = (file: string) => JSON.parse(renderSarif(shopReport(file), SHOP_TOOL)).runs[0].results
  .map((result: any) => result.locations[0].physicalLocation.artifactLocation.uri);

test('text shows control characters instead of sending them to the terminal', () => {
  expect(renderText(report)).toContain('Service default/a\\u001b[31m\\u000a::error::b\\u0000</failure>"\\u202e\n');
});

test('no line of the GitHub format begins with a command from a manifest', () => {
  const commands = renderGithub(report).split('\n').filter((line) => line.startsWith('::'));
  expect(commands).toHaveLength(1);
  expect(commands[0]).toContain('%0A::error::b\\u0000');
  expect(commands[0]).toContain('a\\u001b[31m');
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

test('SARIF names a file below the working directory relative to it, and no other', () => {
  expect(uris(resolve('deploy/shop.yaml'))[0]).toBe('deploy/shop.yaml');
  expect(uris('../shop.yaml')[0]).toBe(pathToFileURL(resolve('../shop.yaml')).href);
});

test('what separates the parts of a command is escaped, in its properties and in its message', () => {
  const [command] = renderGithub(shopReport('a,b:c%d.yaml', HOSTILE.replace('\\n', ': 100 %, and\\r\\n'))).split('\n');
  expect(command).toContain('::error file=a%2Cb%3Ac%25d.yaml,line=1,');
  expect(command).toContain(': 100 %25, and%0D%0A::error::b');
});

test('GitHub gets files relative to the repository, and none for standard input', () => {
  expect(renderGithub(shopReport(resolve('deploy/shop.yaml')))).toContain('::error file=deploy/shop.yaml,line=');
  expect(renderGithub(shopReport('-'))).toContain('::error title=externalname-is-ip::Service shop/orders has the externalName 203.0.113.7, an IP address%0Aat: spec.externalName (-:4:43)%0A');
});
