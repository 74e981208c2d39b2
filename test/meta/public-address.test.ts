import { readFileSync } from 'fs';
import { resolve } from 'path';
import { sourceFiles } from './source-files';

const { homepage } = JSON.parse(readFileSync(resolve(__dirname, '../../package.json'), 'utf8')) as { homepage: string };

test('no module knows the public address of the project: it stands in .projenrc.ts alone', () => {
  expect(homepage).toMatch(/^https:/);
  expect(sourceFiles().filter(({ text }) => text.includes(homepage)).map(({ path }) => path)).toEqual([]);
});
