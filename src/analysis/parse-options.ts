import type { AppSettings } from './app-settings';
import { parseCheckName, parseCheckPattern } from './check-name';
import { FailOn } from './fail-on';
import type { IgnoredFinding, NetworkAnalysisOptions } from './network-analysis-options';
import type { Suppression } from '../findings/suppression';
import { oneOf } from '../problems/one-of';
import { Problems } from '../problems/problems';
import { reject } from '../problems/rejection';
import { parseList } from '../values/list';
import { parseVersion } from '../values/parse-version';
import { isNot } from '../values/shown';
import { structLike } from '../values/struct';

const SUBJECT = 'NetworkAnalysis';
const SEE = 'https://cdk8s.io/docs/latest/cli/synth/';

/** @throws InputError with everything that is wrong with the options */
export function parseOptions(options: NetworkAnalysisOptions): AppSettings {
  const problems = new Problems(SUBJECT);
  const given = problems.parse('options', structLike<NetworkAnalysisOptions>('{ failOn: FailOn.WARNING }'), options) ?? {};
  const settings = {
    kubernetesVersion: problems.parseOptional('kubernetesVersion', parseVersion, given.kubernetesVersion),
    failOn: problems.parseOptional('failOn', parseFailOn, given.failOn),
    only: parseNames('only', given.only, problems),
    skip: parseNames('skip', given.skip, problems),
    suppressions: parseIgnored(given.ignore, problems),
  };
  problems.throwIfAny();
  return settings;
}

/** @throws InputError if the check or the reason is none */
export function parseAccepted(constructPath: string, check: string, reason: string): Suppression {
  const problems = new Problems(`${SUBJECT}.accept for '${constructPath}'`);
  problems.parse('check', parseCheckPattern, check);
  problems.parse('reason', parseReason, reason);
  problems.throwIfAny();
  return { check, object: '* */*', constructPath, reason };
}

function parseNames(at: string, names: string[] | undefined, problems: Problems): string[] | undefined {
  return problems.parseOptional(at, parseList<string>, names)?.flatMap((name, index) => problems.parse(`${at}[${index}]`, parseCheckName, name) ?? []);
}

function parseIgnored(ignored: IgnoredFinding[] | undefined, problems: Problems): Suppression[] {
  return (problems.parseOptional('ignore', parseList<IgnoredFinding>, ignored) ?? []).flatMap((entry, index) => {
    const at = `ignore[${index}]`;
    const given = problems.parse(at, structLike<IgnoredFinding>('{ check, object, reason }'), entry);
    if (!given) return [];
    problems.parse(`${at}.check`, parseCheckPattern, given.check);
    problems.parse(`${at}.object`, parseObject, given.object);
    problems.parse(`${at}.reason`, parseReason, given.reason);
    return [{ check: given.check, object: given.object, reason: given.reason }];
  });
}

function parseObject(value: string): string {
  return typeof value === 'string' && /^\S+ [^\s/]+\/[^\s/]+$/.test(value) ? value : reject({
    fact: isNot(value, 'an object'),
    why: 'an object is named by kind, namespace and name',
    fix: 'write "Service shop/orders"; each part may be "*"',
    see: SEE,
  });
}

function parseReason(value: string): string {
  return typeof value === 'string' && value.trim() !== '' ? value : reject({
    fact: isNot(value, 'a reason'),
    why: 'whoever reads it later has to know why the finding does not matter',
    fix: 'say in a sentence why it is right as it is',
    see: SEE,
  });
}

function parseFailOn(value: FailOn): FailOn {
  const values = Object.values(FailOn);
  return values.includes(value) ? value : reject({
    fact: isNot(value, 'a FailOn'),
    why: `it is one of ${oneOf(values)}`,
    fix: 'use FailOn.ERROR, or leave it out',
    see: SEE,
  });
}
