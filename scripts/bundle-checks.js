// Puts all compiled checks into lib/checks/all.js: an app that is analyzed loads one file and not two hundred.
// Modules outside of lib/checks stay files of their own: constructs use them too, and their classes have to be the same for all.
const { readFileSync, rmSync, writeFileSync } = require('fs');
const { posix: { dirname, join }, resolve } = require('path');

const folder = resolve(__dirname, '../lib/checks');
const fileOf = (name) => resolve(folder, `${name}.js`);
const IMPORT = /^const \w+ = require\("(\.{1,2}\/[^"]+)"\);$/gm;
const [outside, inside] = [new Map(), new Map()];

collect('all');
if (inside.size > 1) {
  const all = inside.get('all');
  inside.delete('all');
  writeFileSync(fileOf('all'), ['"use strict";', ...[...outside].map(declaration), ...[...inside].map(block), all].join('\n'));
  for (const name of inside.keys()) rmSync(fileOf(name));
}

/** Reads a module behind those that it imports. */
function collect(name) {
  if (inside.has(name)) return;
  const code = readFileSync(fileOf(name), 'utf8').replace('"use strict";\n', '');
  inside.set(name, code.replace(IMPORT, (line, path) => line.replace(/require\(.*\)/, reference(join(dirname(name), path)))));
}

function reference(path) {
  if (!path.startsWith('../')) collect(path);
  else outside.set(path, identifier(path));
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
