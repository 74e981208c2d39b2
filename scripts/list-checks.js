// Writes src/checks/all.ts: every check, sorted by name. Run it after adding a check.
const { readdirSync, readFileSync, writeFileSync } = require('fs');
const { basename, join, resolve } = require('path');

const folder = resolve(__dirname, '../src/checks');

const checks = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && /^export const \w+: Check = \{$/m.test(readFileSync(join(folder, path), 'utf8')))
  .map((path) => ({ path: path.replace(/\.ts$/, '').replaceAll('\\', '/'), name: basename(path, '.ts') }))
  .map((check) => ({ ...check, variable: check.name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase()) }));

const imports = [{ path: 'check', imported: 'type { Check }' }, ...checks.map(({ path, variable }) => ({ path, imported: `{ ${variable} }` }))]
  .sort((a, b) => a.path.localeCompare(b.path));
const byName = [...checks].sort((a, b) => a.name.localeCompare(b.name));

writeFileSync(join(folder, 'all.ts'), [
  ...imports.map(({ path, imported }) => `import ${imported} from './${path}';`),
  '',
  '/** Every check, sorted by name; written by scripts/list-checks.js. */',
  'export const CHECKS: readonly Check[] = [',
  ...byName.map(({ variable }) => `  ${variable},`),
  '];',
  '',
].join('\n'));
