const { spawnSync } = require('child_process');
const { existsSync } = require('fs');
const { delimiter, dirname, join, resolve } = require('path');
const { schemasIn } = require('./schemas');

const OUTPUT_LIMIT = 256 * 1024 * 1024;

/** The tools of a comparison: each turns a file into the names of the rules it reports, once per finding. */
exports.TOOLS = [
  {
    name: 'cdk8s-l4',
    command: (file) => [process.execPath, resolve(__dirname, '../../lib/cli/bin.js'), 'check', '--info', '--kubernetes-version', '1.33', '--format', 'json', file],
    rules: (text) => JSON.parse(text).findings.map(({ check }) => check),
  },
  {
    name: 'kube-score',
    command: (file) => ['kube-score', 'score', '--kubernetes-version', 'v1.33', '--enable-optional-test', 'container-ports-check', '--output-format', 'json', file],
    // Grades are 1 critical, 5 warning, 7 almost, 10 all is well.
    rules: (text) => JSON.parse(text).flatMap(({ checks }) => checks.filter(({ grade, skipped }) => grade < 10 && !skipped)
      .flatMap(({ check, comments }) => (comments ?? [{}]).map(() => check.id))),
  },
  {
    name: 'kube-linter',
    // Without those that ask for an order of keys and those that fetch schemas.
    command: (file) => ['kube-linter', 'lint', '--add-all-built-in', '--exclude', 'sorted-keys,schema-validation', '--format', 'json', file],
    rules: (text) => (JSON.parse(text).Reports ?? []).map(({ Check }) => Check),
  },
  {
    name: 'checkov',
    isThere: () => checkovPython() !== undefined,
    commandForAll: (files) => [checkovPython(), join(__dirname, 'rules_of_checkov.py'), ...files],
    rulesOfAll: (text) => JSON.parse(text),
  },
  {
    name: 'monokle',
    isThere: () => Boolean(process.env.MONOKLE),
    commandForAll: (files) => [process.execPath, join(__dirname, 'monokle.mjs'), ...files],
    rulesOfAll: (text) => JSON.parse(text),
  },
  {
    name: 'kubeconform',
    isThere: () => Boolean(process.env.KUBERNETES_OPENAPI),
    // Reading the schemas takes longer than the manifests: all files are one run.
    commandForAll: (files, folder) => ['kubeconform', '-strict', '-output', 'json', '-ignore-missing-schemas', '-schema-location', schemasIn(join(folder, 'schemas'), () => process.env.KUBERNETES_OPENAPI), ...files],
    rulesOfAll: (text, files) => {
      const { resources = [] } = JSON.parse(text);
      return files.map((file) => resources.filter(({ filename }) => filename === file).map(({ status }) => status));
    },
  },
  {
    name: 'kubectl-validate',
    // The newest version whose schemas it brings along.
    command: (file) => ['kubectl-validate', '--version', '1.30', '--output', 'json', file],
    rules: (text) => Object.values(JSON.parse(text)).flat().filter(({ status }) => status !== 'Success').flatMap(({ reason, details }) => (details?.causes ?? [{ reason }]).map((cause) => cause.reason)),
  },
];

/** How often each rule is reported for each file; `undefined` for a file that the tool breaks off at, or for all where it is not there. */
exports.reportsOf = (tool, files, folder) => {
  const { command, commandForAll, rules, rulesOfAll, isThere = () => true } = tool;
  if (!isThere()) return undefined;
  if (!commandForAll) return files.map((file) => outputOf(command(file))).map((text) => text && countsOf(rules(text)));
  const text = outputOf(commandForAll(files, folder));
  return text && rulesOfAll(text, files).map(countsOf);
};

/** Whether something is reported more often than before. */
exports.isMore = (before, after) => [...after].some(([rule, count]) => count > (before.get(rule) ?? 0));

/** Whether a rule reports something that reported nothing before. */
exports.isNew = (before, after) => [...after.keys()].some((rule) => !before.has(rule));

function outputOf([program, ...args]) {
  const { error, stdout } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: OUTPUT_LIMIT });
  return error || stdout.trim() === '' ? undefined : stdout;
}

/** The Python that a checkov on the PATH is installed for: they are neighbours. */
function checkovPython() {
  const checkov = process.env.PATH.split(delimiter).map((folder) => join(folder, 'checkov')).find((path) => existsSync(path));
  return checkov && join(dirname(checkov), 'python');
}

function countsOf(names) {
  const counts = new Map();
  names.forEach((name) => counts.set(name, (counts.get(name) ?? 0) + 1));
  return counts;
}
