import { existsSync, readFileSync } from 'fs';
import { documentationUrl } from './package-manifest';
import { parseSeverity } from './severity-word';
import { UsageError } from './usage-error';
import { parseCheckNames } from '../analysis/check-name';
import type { IgnoredFinding } from '../analysis/network-analysis-options';
import { parseIgnored } from '../analysis/parse-ignored';
import { parseVersionText } from '../analysis/parse-version-text';
import type { Severity } from '../findings/severity';
import type { Suppression } from '../findings/suppression';
import { fieldAt, recordAt } from '../kube/field';
import { Problems } from '../problems/problems';
import { reject } from '../problems/rejection';
import { yaml } from '../values/bundled-packages';
import { parseDnsLabel } from '../values/dns-name';
import type { KubernetesVersion } from '../values/kubernetes-version';
import { isNot, shown } from '../values/shown';
import { similarName } from '../values/similar-name';

/** The configuration file that is read when none is named. */
const DEFAULT_FILE = 'cdk8s-l4.yaml';

/** What a configuration file may say. */
export interface Config {
  readonly kubernetesVersion?: KubernetesVersion;
  readonly defaultNamespace?: string;
  readonly failOn?: Severity;
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
  readonly ignore: readonly Suppression[];
}

const KEYS = ['kubernetesVersion', 'defaultNamespace', 'failOn', 'only', 'skip', 'ignore'];

const SEE = documentationUrl('command-line.md#configuration-file');

/**
 * Reads the file that is named, or `cdk8s-l4.yaml` if there is one.
 *
 * @throws InputError with everything that is wrong with it
 */
export function readConfig(file: string | undefined): Config {
  if (file === undefined && !existsSync(DEFAULT_FILE)) return { ignore: [] };
  const name = file ?? DEFAULT_FILE;
  const problems = new Problems(name);
  const config = configOf(readYaml(name), problems);
  problems.throwIfAny();
  return config;
}

function configOf(value: unknown, problems: Problems): Config {
  const settings = problems.parse('the file', parseSettings, value);
  Object.keys(recordAt(settings)).filter((key) => !KEYS.includes(key)).forEach((key) => problems.parse(key, refuseKey, key));
  // A setting without a value is one that is left out.
  const given = (key: string) => fieldAt(settings, key) ?? undefined;
  return {
    kubernetesVersion: problems.parseOptional('kubernetesVersion', parseVersionText, given('kubernetesVersion')),
    defaultNamespace: problems.parseOptional('defaultNamespace', parseDnsLabel, given('defaultNamespace') as string | undefined),
    failOn: problems.parseOptional('failOn', parseSeverity, given('failOn')),
    only: parseCheckNames('only', given('only') as string[] | undefined, problems),
    skip: parseCheckNames('skip', given('skip') as string[] | undefined, problems),
    ignore: parseIgnored(given('ignore') as IgnoredFinding[] | undefined, problems),
  };
}

function readYaml(file: string): unknown {
  try {
    return yaml().parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${(error as Error).message.split('\n')[0].replace(/:$/, '')}`);
  }
}

function parseSettings(value: unknown): unknown {
  return value === null || (typeof value === 'object' && !Array.isArray(value)) ? value : reject({
    fact: isNot(value, 'a map of settings'),
    why: 'settings are looked for by name',
    fix: 'write kubernetesVersion: "1.31", for example',
    see: SEE,
  });
}

function refuseKey(key: string): never {
  const near = similarName(key, KEYS);
  return reject({
    fact: `${shown(key)} is no setting`,
    why: 'it would silently do nothing',
    fix: near ? `write ${near}` : `remove it; there are ${KEYS.join(', ')}`,
    see: SEE,
  });
}
