// Runs `cdk8s synth` in each example app and says what it published.
const { spawnSync } = require('child_process');
const { readdirSync, readFileSync, rmSync } = require('fs');
const { join, relative, resolve } = require('path');
const { parseAllDocuments } = require('yaml');
const { describeForwards, describeServices } = require('./describe-objects');

const root = resolve(__dirname, '..');

const EXAMPLES = [
  ['one-ip-many-tcp-services', 'Two TCP services behind one address, told apart by port'],
  ['one-ip-many-tcp-services-gateway-api', 'The same services behind a Gateway: one construct differs'],
  ['exposing-services', 'One web application, exposed in every way a Service can'],
  ['service-topology', 'Four wishes for near endpoints, for Kubernetes 1.20 and for 1.34'],
];

EXAMPLES.forEach(([name, title], index) => {
  print(`\n${index + 1}. ${title}\n   examples/${name}/main.ts`);
  const files = synthesize(join(root, 'examples', name));
  for (const file of files) {
    const objects = parseAllDocuments(readFileSync(file, 'utf8')).map((document) => document.toJS());
    print(`\n   ${relative(root, file)} (${objects.length} objects)`);
    [...describeForwards(objects), ...describeServices(objects)].forEach((line) => print(`     ${line}`));
  }
});

print('\nThe YAML is ready for `kubectl apply -f`; docs/publishing.md explains how such apps are written.');

function synthesize(folder) {
  const output = join(folder, 'dist');
  rmSync(output, { recursive: true, force: true });
  const cdk8s = join(root, 'node_modules/.bin/cdk8s');
  const result = spawnSync(cdk8s, ['synth', '--check-upgrade=false'], { cwd: folder, encoding: 'utf8' });
  if (result.status !== 0) fail(folder, result);
  return readdirSync(output).filter((file) => file.endsWith('.yaml')).sort().map((file) => join(output, file));
}

function fail(folder, { stdout, stderr, error }) {
  process.stderr.write(`cdk8s synth failed in ${relative(root, folder)}:\n${error?.message ?? ''}${stdout}${stderr}\nRun "npm ci" first if the library is not built.\n`);
  process.exit(1);
}

function print(line) {
  process.stdout.write(`${line}\n`);
}
