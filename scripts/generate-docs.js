// Writes docs/checks/ anew.
const { mkdirSync, rmSync, writeFileSync } = require('fs');
const { join, resolve } = require('path');
const { checkPages } = require('./check-pages');
const { CHECKS } = require('../lib/checks/all');

const folder = resolve(__dirname, '../docs/checks');

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const [file, text] of checkPages(CHECKS)) writeFileSync(join(folder, file), text);
