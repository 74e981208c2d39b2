import { run } from './run';
import { CHECKS } from '../../src/checks/all';
import { explain } from '../../src/cli/explain';
import { PLAIN } from '../../src/report/layout';

test('a page has a manifest that is found and one that is right, as they stand in files', () => {
  const { stdout, exitCode } = run('check', '--explain', 'externalname-is-ip');
  expect(`\n${stdout}`).toMatchSnapshot();
  expect(exitCode).toBe(0);
});

test('a terminal gets headings, and text within its width', () => {
  const page = explain('externalname-is-ip', { paint: (style, text) => `<${style}>${text}</>`, width: 60 });
  expect(page).toContain('<strong>Incorrect</>\n');
  const prose = page.split('\n').filter((line) => !line.startsWith('    ') && !line.includes('https://'));
  expect(prose.filter((line) => line.length > 60)).toEqual([]);
});

test('every check has a page, whole and without marks of Markdown', () => {
  for (const { name, summary } of CHECKS) {
    const page = explain(name, PLAIN);
    expect(page).toContain(summary);
    expect(page).toContain(`    cdk8s-l4/ignore.${name}: why it is right here`);
    expect(page.match(/^(Incorrect|Correct|When it is right)$/gm)).toEqual(['Incorrect', 'Correct', 'When it is right']);
    expect(page).not.toMatch(/^```|^#+ \w+$|\*\*/m);
  }
});

test('a name that no check has is refused with the nearest', () => {
  const { stderr, exitCode } = run('check', '--explain', 'externalname-is-op');
  expect(stderr).toContain('--explain: "externalname-is-op" is not the name of a check; write "externalname-is-ip"');
  expect(exitCode).toBe(2);
});
