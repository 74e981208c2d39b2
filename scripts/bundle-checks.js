// Puts all compiled checks into lib/checks/all.js: an app that is analyzed loads one file and not two hundred.
// Modules that others use too stay files of their own: what they remember and their classes have to be the same for all.
const { readdirSync, readFileSync, rmSync, writeFileSync } = require('fs');
const { posix: { dirname, join }, resolve } = require('path');

const library = resolve(__dirname, '../lib');
const folder = resolve(library, 'checks');
const fileOf = (name) => resolve(folder, `${name}.js`);
const IMPORT = /^const \w+ = require\("(\.{1,2}\/[^"]+)"\);$/gm;
const [outside, inside] = [new Map(), new Map()];
const shared = new Set();

usedElsewhere().forEach(share);
collect('all');
if (inside.size > 1) {
  const all = inside.get('all');
  inside.delete('all');
  writeFileSync(fileOf('all'), ['"use strict";', ...[...outside].map(declaration), ...[...inside].map(block), all].join('\n'));
  for (const name of inside.keys()) rmSync(fileOf(name));
}

/** The modules of lib/checks that a file outside of it imports, but for the list of all checks. */
function usedElsewhere() {
  const files = readdirSync(library, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.js') && !path.startsWith('checks/'));
  const imports = files.flatMap((path) => [...readFileSync(resolve(library, path), 'utf8').matchAll(IMPORT)].map(([, target]) => join(dirname(path), target)));
  return imports.filter((path) => path.startsWith('checks/') && path !== 'checks/all').map((path) => path.slice('checks/'.length));
}

/** Keeps a module, and those that it imports, as files. */
function share(name) {
  if (shared.has(name)) return;
  shared.add(name);
  importsOf(name).filter((path) => !path.startsWith('../')).forEach(share);
}

function importsOf(name) {
  return [...readFileSync(fileOf(name), 'utf8').matchAll(IMPORT)].map(([, path]) => join(dirname(name), path));
}

/** Reads a module behind those that it imports. */
function collect(name) {
  if (inside.has(name)) return;
  const code = readFileSync(fileOf(name), 'utf8').replace('"use strict";\n', '');
  inside.set(name, code.replace(IMPORT, (line, path) => line.replace(/require\(.*\)/, reference(join(dirname(name), path)))));
}

function reference(path) {
  if (path.startsWith('../')) outside.set(path, identifier(path));
  else if (shared.has(path)) outside.set(`./${path}`, identifier(path));
  else collect(path);
  return identifier(path);
}

function declaration([path, variable]) {
  return `const ${variable} = require("${path}");`;
}

function block([name, code]) {
  return `const ${identifier(name)} = {};\n(function (exports) {\n${code}})(${identifier(name)});`;
}

function identifier(path) {
  return path.replace(/^(\.\.\/)+/, 'outside_').replace(/\W/g, '_');
}
