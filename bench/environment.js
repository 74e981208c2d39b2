const { cpus } = require('os');

const PACKAGES = ['cdk8s', 'constructs', 'cdk8s-plus-27'];

/** What the figures depend on. */
exports.environment = () => ({
  node: process.version,
  processors: `${cpus().length} × ${cpus()[0].model.trim()}`,
  packages: Object.fromEntries(PACKAGES.map((name) => [name, require(`${name}/package.json`).version])),
});
