import { existsSync, readdirSync, readFileSync } from 'fs';
import { join, resolve } from 'path';
import { CHECKS } from '../../src/checks/all';

// eslint-disable-next-line @typescript-eslint/no-require-imports
const { checkPages } = require('../../scripts/check-pages') as { checkPages: (checks: unknown) => Map<string, string> };

const FOLDER = resolve(__dirname, '../../docs/checks');

test('the pages of the checks are what `node scripts/generate-docs.js` writes', () => {
  const pages = checkPages(CHECKS);
  const stale = [...pages].filter(([file, text]) => !existsSync(join(FOLDER, file)) || readFileSync(join(FOLDER, file), 'utf8') !== text);
  expect(stale.map(([file]) => file)).toEqual([]);
  expect(readdirSync(FOLDER).filter((file) => !pages.has(file))).toEqual([]);
});

test('every check says what it looks for and what happens, in a sentence each, with a source', () => {
  const incomplete = CHECKS.filter(({ summary, why, see }) => !summary.endsWith('.') || why.endsWith('.') || !see.startsWith('https://'));
  expect(incomplete.map(({ name }) => name)).toEqual([]);
});
