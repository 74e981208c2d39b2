import type { AppSettings } from './app-settings';
import { parseCheckNames, parseCheckPattern } from './check-name';
import { FailOn } from './fail-on';
import type { NetworkAnalysisOptions } from './network-analysis-options';
import { parseIgnored, parseReason } from './parse-ignored';
import type { Suppression } from '../findings/suppression';
import { oneOf } from '../problems/one-of';
import { Problems } from '../problems/problems';
import { reject } from '../problems/rejection';
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
    only: parseCheckNames('only', given.only, problems),
    skip: parseCheckNames('skip', given.skip, problems),
    suppressions: parseIgnored(given.ignore, problems),
  };
  problems.throwIfAny();
  return settings;
}

/** @throws InputError if the check or the reason is none */
export function parseAccepted(constructPath: string, check: string, reason: string): Suppression {
  const problems = new Problems(`${SUBJECT}.accept for '${constructPath}'`);
  const name = problems.parse('check', parseCheckPattern, check);
  problems.parse('reason', parseReason, reason);
  problems.throwIfAny();
  return { check: name!, object: '* */*', constructPath, reason };
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
