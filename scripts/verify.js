// Everything a contributor must see green, in the order in which a failure is cheapest to mend.
const { execFileSync, spawnSync } = require('child_process');
const { resolve } = require('path');

const root = resolve(__dirname, '..');
const projen = resolve(root, 'node_modules/.bin/projen');

const STEPS = [
  ['project files match .projenrc.ts', projen, ['default']],
  ['the library compiles', projen, ['compile']],
  ['API.md is generated', projen, ['docgen']],
  ['types, tests and lint', projen, ['test']],
];

const GENERATED = ['package.json', 'tsconfig.json', 'API.md', '.projen', '.npmignore', '.gitignore', '.eslintrc.json'];

for (const [title, command, args] of STEPS) {
  process.stdout.write(`\n== ${title}\n`);
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) fail(`"${title}" failed; the lines above say why`);
}

const stale = changed();
if (stale) fail(`these generated files are not committed as they are generated:\n${stale}`);
process.stdout.write('\nAll green.\n');

function changed() {
  return execFileSync('git', ['status', '--porcelain', '--', ...GENERATED], { cwd: root, encoding: 'utf8' });
}

function fail(message) {
  process.stderr.write(`\n${message}\n`);
  process.exit(1);
}
