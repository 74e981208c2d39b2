const { spawnSync } = require('child_process');
const { existsSync, writeFileSync } = require('fs');
const { join, resolve } = require('path');
const { stringify } = require('yaml');
const { writeSchemas } = require('./schemas');

const OUTPUT_LIMIT = 256 * 1024 * 1024;

/** The tools of a comparison: each turns a set of objects into the names of the rules it reports, once per finding. */
exports.TOOLS = [
  {
    name: 'cdk8s-l4',
    command: (file) => [process.execPath, resolve(__dirname, '../../lib/cli/bin.js'), 'check', '--info', '--kubernetes-version', '1.33', '--format', 'json', file],
    rules: (text) => JSON.parse(text).findings.map(({ check }) => check),
  },
  {
    name: 'kube-score',
    command: (file) => ['kube-score', 'score', '--output-format', 'json', file],
    // Grades are 1 critical, 5 warning, 7 almost, 10 all is well.
    rules: (text) => JSON.parse(text).flatMap(({ checks }) => checks.filter(({ grade, skipped }) => grade < 10 && !skipped)
      .flatMap(({ check, comments }) => (comments ?? [{}]).map(() => check.id))),
  },
  {
    name: 'checkov',
    command: (file) => ['checkov', '--file', file, '--framework', 'kubernetes', '--output', 'json', '--quiet', '--compact', '--skip-download'],
    rules: (text) => [JSON.parse(text)].flat().flatMap(({ results }) => results?.failed_checks ?? []).map(({ check_id: id }) => id),
  },
  {
    name: 'monokle',
    isThere: () => Boolean(process.env.MONOKLE),
    command: (file) => [process.execPath, join(__dirname, 'monokle.mjs'), file],
    rules: (text) => JSON.parse(text),
  },
  {
    name: 'kubeconform',
    isThere: () => Boolean(process.env.KUBERNETES_OPENAPI),
    command: (file, folder) => ['kubeconform', '-strict', '-output', 'json', '-ignore-missing-schemas', '-schema-location', schemasIn(folder), file],
    rules: (text) => (JSON.parse(text).resources ?? []).map(({ status }) => status),
  },
];

/** How often each rule is reported for some objects; undefined where the tool cannot be run. */
exports.report = ({ command, rules, isThere = () => true }, objects, folder) => {
  if (!isThere()) return undefined;
  const file = join(folder, 'set.yaml');
  writeFileSync(file, objects.map((object) => `---\n${stringify(object, { version: '1.1' })}`).join(''));
  const [program, ...args] = command(file, folder);
  const { error, stdout } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: OUTPUT_LIMIT });
  if (error || stdout.trim() === '') return undefined;
  return countsOf(rules(stdout));
};

/** Whether something is reported more often than before. */
exports.isMore = (before, after) => [...after].some(([rule, count]) => count > (before.get(rule) ?? 0));

function schemasIn(folder) {
  const schemas = join(folder, 'schemas');
  if (!existsSync(schemas)) writeSchemas(process.env.KUBERNETES_OPENAPI, schemas);
  return join(schemas, '{{ .ResourceKind }}{{ .KindSuffix }}.json');
}

function countsOf(names) {
  const counts = new Map();
  names.forEach((name) => counts.set(name, (counts.get(name) ?? 0) + 1));
  return counts;
}
