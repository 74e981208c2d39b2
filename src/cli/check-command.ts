import { parseArgs } from 'util';
import { newSince, readBaseline } from './baseline';
import { readConfig, type Config } from './config';
import { EXIT, type ExitCode } from './exit-codes';
import { explain } from './explain';
import { parseNamespaceOption } from './namespace-option';
import { parseOutputs, write } from './output';
import { parseOption } from './parse-option';
import { startProgress } from './progress';
import { parseSeverity } from './severity-word';
import { layoutOfOutput } from './terminal';
import { UsageError } from './usage-error';
import { parseVersionOption } from './version-option';
import { analyze, checksFor, type AnalysisSettings } from '../analysis/analyze';
import { parseCheckName } from '../analysis/check-name';
import { readInputs } from '../analysis/read-inputs';
import { CHECKS } from '../checks/all';
import { isAtLeast, type Severity } from '../findings/severity';
import type { Report } from '../report/report';

export const CHECK_HELP = `cdk8s-l4 check [options] [paths|-]...

Checks Kubernetes manifests: does every connection have somewhere to go? Files, folders and standard input ("-") are one set.

  kubectl get all,endpointslices,ingress,networkpolicies,configmaps -A -o yaml | npx cdk8s-l4 check -

Options
  --kubernetes-version 1.31   the version that the objects are for (1.17 to 1.36); default 1.27
  --namespace NAME            the namespace of objects that name none; default "default"
  --format FORMAT[=FILE]      text, json, sarif, junit or github; may be repeated; default text
  --fail-on SEVERITY          error, warning or info: what makes the exit code 1; default error
  --info                      show information too, not only errors and warnings
  --only CHECK, --skip CHECK  run some checks only, or leave some out; may be repeated
  --baseline FILE             report only what an earlier json report does not have
  --config FILE               settings; default cdk8s-l4.yaml if there is one
  --list                      the checks, and what each looks for
  --explain CHECK             the page of a check, with a manifest that it finds and one that is right

Exit codes: 0 clean, 1 findings, 2 wrong usage, 3 an input could not be read.
`;

const OPTIONS = {
  'kubernetes-version': { type: 'string' },
  'namespace': { type: 'string' },
  'format': { type: 'string', multiple: true },
  'fail-on': { type: 'string' },
  'info': { type: 'boolean' },
  'only': { type: 'string', multiple: true },
  'skip': { type: 'string', multiple: true },
  'baseline': { type: 'string' },
  'config': { type: 'string' },
  'list': { type: 'boolean' },
  'explain': { type: 'string' },
} as const;

/** `cdk8s-l4 check` */
export function runCheckCommand(args: string[]): ExitCode {
  const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
  if (values.list) return print(CHECKS.map(({ name, severity, summary }) => `${name} (${severity})\n  ${summary}`).join('\n'));
  if (values.explain !== undefined) return print(explain(parseOption('--explain', parseCheckName, values.explain), layoutOfOutput()));
  if (positionals.length === 0) throw new UsageError('name the manifests to check: files, folders, or "-" for standard input');
  const config = readConfig(values.config);
  const settings = settingsFrom(values, config);
  if (checksFor(settings).length === 0) throw new UsageError('no check is left to run; name fewer checks in --skip, or others in --only, here and in the configuration file');
  const threshold = values['fail-on'] === undefined ? config.failOn ?? 'error' : parseOption('--fail-on', parseSeverity, values['fail-on']);
  const outputs = parseOutputs(values.format ?? ['text']);
  const baseline = values.baseline === undefined ? undefined : readBaseline(values.baseline);
  const complete = analyzeFiles(positionals, settings);
  const findings = baseline === undefined ? complete.findings : newSince(baseline, complete.findings);
  const report = { ...complete, findings: findings.filter(({ severity }) => values.info || severity !== 'info' || threshold === 'info') };
  outputs.forEach((output) => write(output, report, checksFor(settings)));
  return exitCodeOf(report, threshold);
}

function analyzeFiles(paths: readonly string[], settings: AnalysisSettings): Report {
  const progress = startProgress();
  try {
    const input = readInputs(paths, { onFile: (index, total) => progress.show(`reading file ${index + 1} of ${total}`) });
    progress.begin(`checking ${input.objects.length} objects`);
    return analyze(input, settings);
  } finally {
    progress.clear();
  }
}

function settingsFrom(values: { 'kubernetes-version'?: string; 'namespace'?: string; 'only'?: string[]; 'skip'?: string[] }, config: Config): AnalysisSettings {
  return {
    kubernetesVersion: parseVersionOption(values['kubernetes-version']) ?? config.kubernetesVersion,
    defaultNamespace: parseNamespaceOption(values.namespace) ?? config.defaultNamespace,
    only: values.only?.map((name) => parseOption('--only', parseCheckName, name)) ?? config.only,
    skip: values.skip?.map((name) => parseOption('--skip', parseCheckName, name)) ?? config.skip,
    suppressions: config.ignore,
  };
}

function exitCodeOf({ findings, unreadable, crashed }: Report, threshold: Severity): ExitCode {
  if (unreadable.length > 0 || crashed.length > 0) return EXIT.UNREADABLE;
  return findings.some(({ severity }) => isAtLeast(severity, threshold)) ? EXIT.FINDINGS : EXIT.CLEAN;
}

function print(text: string): ExitCode {
  process.stdout.write(`${text}\n`);
  return EXIT.CLEAN;
}
