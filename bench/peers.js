const { spawnSync } = require('child_process');
const { existsSync, mkdtempSync, rmSync } = require('fs');
const { tmpdir } = require('os');
const { delimiter, join, resolve } = require('path');
const { schemasIn } = require('./defects/schemas');

const CACHE = resolve(__dirname, '../.cache/peers');
const KUBERNETES = 'k8s.io/kubernetes@v1.33.13';

/** Tools with a similar task: each with the Go package that it is made of, and how it checks a file as its documentation says. */
exports.PEERS = [
  {
    name: 'kube-linter',
    module: 'golang.stackrox.io/kube-linter',
    // The Go module proxy knows this version by the address of the repository only.
    source: 'github.com/stackrox/kube-linter',
    version: 'v0.8.3',
    asked: 'its default checks',
    options: () => ['lint'],
  },
  { name: 'kube-score', module: 'github.com/zegl/kube-score', version: 'v1.20.0', asked: 'its default checks', options: () => ['score'] },
  {
    name: 'kubeconform',
    module: 'github.com/yannh/kubeconform',
    version: 'v0.8.0',
    asked: `the fields and types of the schemas of ${KUBERNETES}, in a local folder, one file for each kind`,
    options: () => ['-strict', '-schema-location', schemas()],
  },
];

/** Where a peer is: in the folder that PEERS names, on the PATH, or where Go has put it. */
exports.findPeer = (peer) => {
  const folders = [process.env.PEERS, ...process.env.PATH.split(delimiter), CACHE].filter(Boolean);
  return folders.map((folder) => join(folder, peer.name)).find((path) => existsSync(path)) ?? build(peer);
};

/** The version that Go has written into a program. */
exports.versionOf = (path, { module }) => {
  const { stdout } = spawnSync('go', ['version', '-m', path], { encoding: 'utf8' });
  const [, version = 'unknown'] = new RegExp(`\\t(?:mod|dep)\\t${module}\\tv?(\\S+)`).exec(stdout ?? '') ?? [];
  return version;
};

/** A module of its own, because "go install" follows no replacement. */
function build({ name, module, source = module, version }) {
  process.stderr.write(`${name} is not there: Go builds it\n`);
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-l4-peer-'));
  try {
    go(folder, 'mod', 'init', 'peer');
    go(folder, 'mod', 'edit', `-require=${module}@${version}`, ...source === module ? [] : [`-replace=${module}=${source}@${version}`]);
    go(folder, 'build', '-mod=mod', '-o', join(CACHE, name), `${module}/cmd/${name}`);
    return join(CACHE, name);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function schemas() {
  const openapi = () => process.env.KUBERNETES_OPENAPI ?? join(JSON.parse(go(tmpdir(), 'mod', 'download', '-json', KUBERNETES)).Dir, 'api/openapi-spec/swagger.json');
  return schemasIn(join(CACHE, 'schemas'), openapi);
}

function go(folder, ...args) {
  const { error, status, stdout, stderr } = spawnSync('go', args, { cwd: folder, encoding: 'utf8' });
  if (error) throw new Error('it is neither in the folder PEERS nor on the PATH, and there is no Go to build it');
  if (status !== 0) throw new Error(`"go ${args.join(' ')}" says: ${stderr.trim().split('\n').at(-1)}`);
  return stdout;
}
