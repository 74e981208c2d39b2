import { existsSync, readdirSync } from 'fs';
import { join, resolve } from 'path';
import { ROWS } from './rows';

const DATA_PLANES = resolve(__dirname, '../../../src/data-planes');

/** What several data planes are made of; no data plane itself. */
const SHARED = ['controller'];

const folders = readdirSync(DATA_PLANES, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name)
  .filter((name) => !SHARED.includes(name));

describe.each(folders)('the folder %s', (folder) => {
  test('has the files that every data plane has', () => {
    const files = ['README.md', 'adapter.ts', 'emit.ts', 'read.ts', 'rules', 'supports.ts'];
    expect(files.filter((file) => !existsSync(join(DATA_PLANES, folder, file)))).toEqual([]);
  });

  test('is put to the test', () => {
    expect(ROWS.map((row) => row.folder)).toContain(folder);
  });
});
