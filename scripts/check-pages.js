// The documentation of the checks, made of their metadata and of the manifests that their tests run.
const { existsSync, readdirSync, readFileSync } = require('fs');
const { join, resolve } = require('path');

const fixtures = resolve(__dirname, '../test/checks');

/** The pages by file name: one for each check, and the list of all. */
exports.checkPages = (checks) => {
  const places = new Map(groups().flatMap((group) => readdirSync(join(fixtures, group)).map((name) => [name, group])));
  const pages = checks.map((check) => [`${check.name}.md`, page(check, join(fixtures, places.get(check.name) ?? '', check.name))]);
  return new Map([['README.md', list(checks, places)], ...pages]);
};

function groups() {
  return readdirSync(fixtures, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name).sort();
}

function page({ name, severity, summary, why, see }, folder) {
  return [
    `# ${name}`,
    `**${severity}** · ${summary}`,
    `In the cluster: ${why}.`,
    '## Incorrect',
    fenced('yaml', join(folder, 'bad.yaml')),
    fenced('', join(folder, 'bad.txt')),
    '## Correct',
    fenced('yaml', join(folder, 'good.yaml')),
    '## When it is right',
    'Say so on the object, with the reason; a reason that nothing needs any more is reported.',
    ['```yaml', 'metadata:', '  annotations:', `    cdk8s-l4/ignore.${name}: why it is right here`, '```'].join('\n'),
    `See ${see}`,
    '',
  ].join('\n\n').trimEnd() + '\n';
}

function list(checks, places) {
  const byGroup = [...new Set(places.values())].map((group) => [group, checks.filter(({ name }) => places.get(name) === group)]);
  return [
    '# Checks',
    `${checks.length} checks. \`cdk8s-l4 check --explain NAME\` shows one in the terminal. This page and those behind it are generated.`,
    ...byGroup.map(([group, members]) => [
      `## ${group}`, '', '| check | severity | what it looks for |', '|---|---|---|',
      ...members.map(({ name, severity, summary }) => `| [${name}](${name}.md) | ${severity} | ${summary.replace(/\|/g, '\\|')} |`),
    ].join('\n')),
    LEFT_OUT,
    '',
  ].join('\n\n').trimEnd() + '\n';
}

const LEFT_OUT = `## What is not looked for

| what | why not |
|---|---|
| the governing Service of a StatefulSet and the one for clients select different Pods | usual set-ups look the same: roles, primary and replica |
| a declared container port that nothing reaches | every port for gossip or metrics would be listed |
| a slice of a headless Service without host names | only clients know which host names they use |
| a port name without the prefix of a mesh protocol | an opinion, and inside a mesh only |
| a host name in an argument or variable whose Service is not among the objects | it may be anywhere; a Service that is there and lacks the port is found |`;

function fenced(language, file) {
  return existsSync(file) ? [`\`\`\`${language}`, readFileSync(file, 'utf8').trimEnd(), '```'].join('\n') : '';
}
