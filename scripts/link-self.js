// Lets the examples import `cdk8s-l4` as an application does: node_modules/cdk8s-l4 is this repository.
const { existsSync, symlinkSync } = require('fs');
const { resolve } = require('path');

const root = resolve(__dirname, '..');
const link = resolve(root, 'node_modules/cdk8s-l4');

if (!existsSync(link)) symlinkSync(root, link, 'junction');
