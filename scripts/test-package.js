// Installs the packed library in a scratch app outside this repository, as its users do: type check, `cdk8s synth`, ES module import.
// `--keep` leaves the scratch app in place.
const { execFileSync } = require('child_process');
const { cpSync, existsSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } = require('fs');
const { tmpdir } = require('os');
const { join, resolve } = require('path');
const { Yaml } = require('cdk8s');

const root = resolve(__dirname, '..');
const { bin = {}, bundledDependencies, name } = require('../package.json');

const scratch = mkdtempSync(join(tmpdir(), 'cdk8s-l4-package-'));
const app = join(scratch, 'app');

try {
  testPackage();
} catch (error) {
  process.stderr.write(`\nThe package does not work: ${error.message}\n`);
  process.exitCode = 1;
} finally {
  if (process.argv.includes('--keep')) say(`kept ${scratch}`);
  else rmSync(scratch, { recursive: true, force: true });
}

function testPackage() {
  const packed = pack();
  checkContents(packed.files.map(({ path }) => path));
  say(`packed ${packed.entryCount} files, ${Math.round(packed.size / 1024)} kB: what the sources say and nothing else`);

  say(`installed beside ${install(join(scratch, packed.filename)).join(', ')}`);

  run('npx', ['--no-install', 'tsc', '--noEmit']);
  say('type-checked, the declarations of every library included');

  run('npx', ['--no-install', 'cdk8s', 'synth']);
  say(`synthesized ${checkObjects()} objects`);

  say(`imported ${run(process.execPath, ['imports.mjs'])} names as an ES module`);

  for (const command of Object.keys(bin)) run('npx', ['--no-install', command, '--help']);
  run('npx', ['--no-install', 'cdk8s-l4', 'check', '--explain', 'target-port-name-missing']);
}

function pack() {
  if (!existsSync(join(root, '.jsii'))) throw new Error('it is not compiled; run "npm run compile"');
  const [packed] = JSON.parse(run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', scratch], root));
  return packed;
}

/** Every module that the sources say and what goes with it; nothing that is left over from earlier compilations, no tests, no examples. */
function checkContents(files) {
  const compiled = filesBelow('src').filter((file) => file.endsWith('.ts')).map((file) => `lib/${file.slice(0, -'.ts'.length)}`);
  const wanted = [
    'package.json', 'README.md', 'LICENSE', '.jsii',
    ...filesBelow('schema').map((file) => `schema/${file}`),
    ...filesBelow('docs/checks').map((file) => `docs/checks/${file}`),
    ...compiled.map((module) => `${module}.d.ts`),
    ...compiled.filter((module) => !isInBundle(module)).map((module) => `${module}.js`),
    ...bundledDependencies.map((dependency) => `node_modules/${dependency}/package.json`),
  ];
  const allowed = new Set([...wanted, 'API.md', 'CHANGELOG.md']);
  const isBundled = (file) => bundledDependencies.some((dependency) => file.startsWith(`node_modules/${dependency}/`));
  const missing = wanted.filter((file) => !files.includes(file));
  const surplus = files.filter((file) => !allowed.has(file) && !isBundled(file));
  if (missing.length > 0) throw new Error(`the tarball lacks ${list(missing)}; run "npm run compile"`);
  if (surplus.length > 0) throw new Error(`the tarball holds ${list(surplus)}; remove lib/ and compile again, or exclude them in .projenrc.ts`);
}

/** Whether the code of a module stands in lib/checks/all.js; see scripts/bundle-checks.js. */
function isInBundle(module) {
  return module.startsWith('lib/checks/') && !existsSync(join(root, `${module}.js`));
}

/** Makes the app of test/package with the versions that this repository is developed with, which npm has in its cache. */
function install(tarball) {
  cpSync(join(root, 'test/package'), app, { recursive: true });
  // Under that name it stays out of the type check of this repository's tests, which cannot import cdk8s-l4 by its name.
  renameSync(join(app, 'main.cts'), join(app, 'main.ts'));
  const versionsOf = (...packages) => Object.fromEntries(packages.map((dependency) => [dependency, installedVersion(dependency)]));
  const dependencies = versionsOf('cdk8s', 'cdk8s-plus-27', 'constructs');
  const devDependencies = versionsOf('cdk8s-cli', 'ts-node', 'typescript');
  writeFileSync(join(app, 'package.json'), JSON.stringify({
    name: 'scratch', version: '1.0.0', private: true,
    dependencies: { ...dependencies, [name]: `file:${tarball}` },
    devDependencies,
  }));
  // The optional dependency of cdk8s-plus-27, a tool for its maintainers, would add 150 packages.
  run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', '--omit=optional']);
  return Object.entries({ ...dependencies, ...devDependencies }).map(([dependency, version]) => `${dependency} ${version}`);
}

function installedVersion(dependency) {
  return require('../package-lock.json').packages[`node_modules/${dependency}`].version;
}

/** The objects that the app of test/package stands for, down to the entry that publishes a port. */
function checkObjects() {
  const objects = Yaml.load(join(app, 'dist/shop.k8s.yaml'));
  const find = (kind, objectName) => objects.find((object) => object.kind === kind && object.metadata.name === objectName);
  const [controller, entries] = [find('Deployment', 'ingress-nginx-controller'), find('ConfigMap', 'tcp-services')];
  const expectations = {
    'a StatefulSet': find('StatefulSet', 'orders-db') !== undefined,
    'its Service, with the address': find('Service', 'orders')?.spec.clusterIP === '10.96.0.15',
    'a slice with the external endpoint': objects.some(({ kind, endpoints }) => kind === 'EndpointSlice' && endpoints[0].addresses[0] === '10.20.0.15'),
    'the entry for port 5432': entries?.data['5432'] === 'shop/orders:5432',
    'the flag that names the entries': controller?.spec.template.spec.containers[0].args.some((arg) => arg.startsWith('--tcp-services-configmap=')),
    'the port of the controller': find('Service', 'ingress-nginx-controller')?.spec.ports.some(({ port }) => port === 5432),
  };
  const missing = Object.keys(expectations).filter((expectation) => !expectations[expectation]);
  if (missing.length > 0) throw new Error(`the synthesized manifest lacks ${list(missing)}`);
  return objects.length;
}

/** What a command prints; its whole output in the message where it fails. */
function run(command, args, cwd = app) {
  const env = { ...process.env, CDK8S_CHECK_UPGRADE: 'false' };
  try {
    return execFileSync(command, args, { cwd, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 64 * 1024 * 1024 });
  } catch ({ stdout, stderr, message }) {
    throw new Error(`"${[command, ...args].join(' ')}" failed\n${stdout || ''}${stderr || message}`);
  }
}

function filesBelow(folder) {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
}

function list(names) {
  return names.length > 5 ? `${names.slice(0, 5).join(', ')} and ${names.length - 5} more` : names.join(', ');
}

function say(line) {
  process.stdout.write(`${line}\n`);
}
