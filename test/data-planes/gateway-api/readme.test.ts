import { readFileSync, writeFileSync } from 'fs';
import { resolve } from 'path';
import type { GatewayFeature, Implementation } from '../../../src/data-planes/gateway-api/implementation';
import { IMPLEMENTATIONS } from '../../../src/data-planes/gateway-api/implementations/all';

const README = resolve(__dirname, '../../../src/data-planes/gateway-api/README.md');

const COLUMNS: ReadonlyArray<readonly [heading: string, feature: GatewayFeature]> = [
  ['TCP', 'TCP'],
  ['UDP', 'UDP'],
  ['ListenerSets', 'ListenerSets'],
  ['addresses', 'static addresses'],
  ['labels', 'labels and annotations for what it creates'],
  ['source ranges', 'source ranges'],
  ['traffic policy', 'externalTrafficPolicy'],
  ['PROXY in', 'PROXY protocol from clients'],
  ['PROXY out', 'PROXY protocol to backends'],
];

function row({ title, className, supports, watches }: Implementation): string {
  const cells = COLUMNS.map(([, feature]) => `[${supports[feature].supported ? 'yes' : 'no'}](${supports[feature].see})`);
  return `| ${[title, `\`${className}\``, watches.v1 ?? 'none', watches.v1alpha2 ?? 'none', ...cells].join(' | ')} |`;
}

/** What the implementations can do, as Markdown. */
function table(): string {
  const headings = ['implementation', 'class', 'routes v1', 'routes v1alpha2', ...COLUMNS.map(([heading]) => heading)];
  return [`| ${headings.join(' | ')} |`, `|${'---|'.repeat(headings.length)}`, ...Object.values(IMPLEMENTATIONS).map(row)].join('\n');
}

test('README.md has the table of implementations', () => {
  const written = /(?<=<!-- implementations -->\n)[^]*?(?=\n<!-- -->)/;
  const page = readFileSync(README, 'utf8');
  if (process.env.GOLDEN === 'update') writeFileSync(README, page.replace(written, table()));
  expect(written.exec(readFileSync(README, 'utf8'))?.[0]).toBe(table());
});

test.each(Object.values(IMPLEMENTATIONS).map((implementation) => [implementation.id, implementation] as const))('the docstring of %s says what it watches', (id, { watches }) => {
  const code = readFileSync(resolve(__dirname, '../../../src/data-planes/gateway-api/gateway-implementation.ts'), 'utf8');
  const said = code.split('\n').find((_line, index, lines) => lines[index + 1]?.includes(`'${id}'`));
  expect(said).toContain(`Routes v1: ${watches.v1 ?? 'none'}; v1alpha2: ${watches.v1alpha2 ?? 'none'}. */`);
});
