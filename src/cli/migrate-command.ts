import { writeFileSync } from 'fs';
import { parseArgs } from 'util';
import { readConfig } from './config';
import { EXIT, type ExitCode } from './exit-codes';
import { migrationTarget, TARGET_OPTIONS } from './migration-target';
import { parseNamespaceOption } from './namespace-option';
import { parseOption } from './parse-option';
import { parseSeverity } from './severity-word';
import { told } from './trace-command';
import { UsageError } from './usage-error';
import { parseVersionOption } from './version-option';
import { readInputs } from '../analysis/read-inputs';
import { isAtLeast } from '../findings/severity';
import { isHelmValues } from '../migrate/input/helm-values';
import { migrate } from '../migrate/migrate';
import type { Migration } from '../migrate/migration';
import type { MigrationSettings } from '../migrate/migration-settings';
import { manifestText } from '../migrate/output/manifest-text';
import { programText } from '../migrate/output/program-text';
import { reportJson } from '../migrate/output/report-json';
import { reportText } from '../migrate/output/report-text';
import { Protocol } from '../values/protocol';

export const MIGRATE_HELP = `cdk8s-l4 migrate --from ingress-nginx --to gateway-api [options] [paths|-]...

Turns the tcp-services and udp-services of ingress-nginx into a Gateway with routes, and says everything that is lost.
Reads manifests, Helm values and live objects; files, folders and standard input ("-") are one set. Give the Services of the
backends too: they say what the names of ports stand for.

  kubectl get deployments,daemonsets,services,configmaps,networkpolicies -A -o yaml | npx cdk8s-l4 migrate --from ingress-nginx --to gateway-api - > gateway.yaml

The output goes to standard output, the report to standard error.

The target
  --implementation NAME       what reads the Gateway: envoy-gateway, cilium, nginx-gateway-fabric, istio, kgateway, ...; default envoy-gateway
  --gateway-class NAME        its GatewayClass; default the one that the implementation brings
  --gateway-name NAME         the name of the Gateway; default edge
  --gateway-namespace NAME    where it and its routes are; default gateway
  --route-api-version VERSION v1 or v1alpha2; default v1, or the only one that the implementation reads
  --new-address               leave the address of the controller where it is, so that both run side by side

The input
  --namespace NAME            the namespace of objects that name none, and of the Helm release; default "default"
  --controller NAME           which one, where the input has several
  --service NAME              the Service of the controller whose address and ports are taken over, where it has several
  --tcp-configmap NS/NAME, --udp-configmap NS/NAME
                              the ConfigMaps with the entries, where neither a flag nor their name tells

The output
  --as FORMAT                 yaml, or typescript for a program of cdk8s that makes the same objects; default yaml
  --report FORMAT[=FILE]      text or json; may be repeated; default text
  --fail-on SEVERITY          error, warning or info: which losses make the exit code 1; default warning
  --kubernetes-version 1.31   the version of the cluster (1.17 to 1.36); default 1.27
  --config FILE               settings; default cdk8s-l4.yaml if there is one

Exit codes: 0 nothing was lost, 1 something was, 2 wrong usage, 3 an input could not be read.
`;

const OPTIONS = {
  ...TARGET_OPTIONS,
  'from': { type: 'string' },
  'to': { type: 'string' },
  'namespace': { type: 'string' },
  'controller': { type: 'string' },
  'service': { type: 'string' },
  'tcp-configmap': { type: 'string' },
  'udp-configmap': { type: 'string' },
  'as': { type: 'string' },
  'report': { type: 'string', multiple: true },
  'fail-on': { type: 'string' },
  'kubernetes-version': { type: 'string' },
  'config': { type: 'string' },
} as const;

/** `cdk8s-l4 migrate` */
export function runMigrateCommand(args: string[]): ExitCode {
  const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
  onlyChoice('--from', values.from, 'ingress-nginx');
  onlyChoice('--to', values.to, 'gateway-api');
  if (positionals.length === 0) throw new UsageError('name what to migrate: manifests and Helm values in files and folders, or "-" for standard input');
  const threshold = parseOption('--fail-on', parseSeverity, values['fail-on'] ?? 'warning');
  const render = rendererOf(values.as ?? 'yaml');
  const reports = (values.report ?? ['text']).map(parseReport);
  const settings = settingsFrom(values);
  const migration = told(() => migrate(readInputs(positionals, { isWanted: isHelmValues }), settings));
  if (migration.objects.length > 0) process.stdout.write(render(migration));
  reports.forEach((report) => write(report, migration));
  if (migration.unreadable.length > 0) return EXIT.UNREADABLE;
  return migration.losses.some(({ severity }) => isAtLeast(severity, threshold)) ? EXIT.FINDINGS : EXIT.CLEAN;
}

type Values = Partial<Record<'namespace' | 'controller' | 'service' | 'tcp-configmap' | 'udp-configmap' | 'kubernetes-version' | 'config', string>>
  & Parameters<typeof migrationTarget>[0];

function settingsFrom(values: Values): MigrationSettings {
  const config = readConfig(values.config);
  const defaultNamespace = parseNamespaceOption(values.namespace) ?? config.defaultNamespace;
  return {
    target: told(() => migrationTarget(values)),
    kubernetesVersion: parseVersionOption(values['kubernetes-version']) ?? config.kubernetesVersion,
    defaultNamespace,
    controller: values.controller,
    service: values.service,
    configMaps: {
      ...configMap(Protocol.TCP, values['tcp-configmap'], defaultNamespace),
      ...configMap(Protocol.UDP, values['udp-configmap'], defaultNamespace),
    },
  };
}

function configMap(protocol: Protocol, name: string | undefined, namespace = 'default'): Record<string, string> {
  if (name === undefined) return {};
  if (/^([^/\s]+\/)?[^/\s]+$/.test(name)) return { [protocol]: name.includes('/') ? name : `${namespace}/${name}` };
  throw new UsageError(`--${protocol.toLowerCase()}-configmap "${name}" is no name; write it as ingress-nginx/${protocol.toLowerCase()}-services`);
}

function onlyChoice(option: string, given: string | undefined, only: string): void {
  if (given === only) return;
  throw new UsageError(given === undefined ? `${option} is missing; write "${option} ${only}"` : `"${given}" is nothing that ${option} takes; there is ${only}`);
}

function rendererOf(format: string): (migration: Migration) => string {
  if (format === 'yaml') return ({ objects }) => manifestText(objects);
  if (format === 'typescript') return programText;
  throw new UsageError(`"${format}" is nothing that --as takes; there are yaml and typescript`);
}

interface ReportOutput {
  readonly format: 'text' | 'json';
  readonly file?: string;
}

function parseReport(text: string): ReportOutput {
  const [format, ...file] = text.split('=');
  if (format !== 'text' && format !== 'json') throw new UsageError(`"${format}" is no format of the report; there are text and json, each with a file if wanted: --report json=report.json`);
  if (text === `${format}=`) throw new UsageError(`--report ${text} names no file; write --report ${format}=FILE, or --report ${format} for standard error`);
  return { format, file: file.length > 0 ? file.join('=') : undefined };
}

function write({ format, file }: ReportOutput, migration: Migration): void {
  const text = `${format === 'json' ? reportJson(migration) : reportText(migration)}\n`;
  if (file === undefined) process.stderr.write(text);
  else writeFile(file, text);
}

function writeFile(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw new UsageError(`the report cannot be written: ${(error as Error).message}; name a file in a folder that is there`);
  }
}
