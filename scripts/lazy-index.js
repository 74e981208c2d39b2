// Makes lib/index.js load each module when one of its names is first used: an app that needs one construct does not pay for all.
// The line `exports.X = ... = void 0` stays as the compiler wrote it: that is where `import { X }` of an ES module finds the names.
const { readFileSync, writeFileSync } = require('fs');
const { resolve } = require('path');

const file = resolve(__dirname, '../lib/index.js');
const eager = readFileSync(file, 'utf8');

const modules = new Map([...eager.matchAll(/^var (\w+) = (require\("[^"]+"\));$/gm)].map(([, variable, call]) => [variable, call]));
const getters = [...eager.matchAll(/^Object\.defineProperty\(exports, "(\w+)", .* return (\w+)\.\w+; } }\);$/gm)];

if (getters.length > 0) {
  const head = eager.slice(0, eager.indexOf('var '));
  const entries = getters.map(([, name, variable]) => `    ${name}: () => ${modules.get(variable)},`);
  writeFileSync(file, [
    `${head}const modules = {`,
    ...entries,
    '};',
    'for (const name of Object.keys(modules)) {',
    '    Object.defineProperty(exports, name, { enumerable: true, get: () => modules[name]()[name] });',
    '}',
    '',
  ].join('\n'));
}
