import { parseCheckPattern } from './check-name';
import type { IgnoredFinding } from './network-analysis-options';
import type { Suppression } from '../findings/suppression';
import type { Problems } from '../problems/problems';
import { reject } from '../problems/rejection';
import { parseList } from '../values/list';
import { isNot } from '../values/shown';
import { structLike } from '../values/struct';

const SEE = 'https://cdk8s.io/docs/latest/cli/synth/';

/** The findings that are accepted, as far as each says so correctly. */
export function parseIgnored(ignored: IgnoredFinding[] | undefined, problems: Problems): Suppression[] {
  return (problems.parseOptional('ignore', parseList<IgnoredFinding>, ignored) ?? []).flatMap((entry, index) => {
    const at = `ignore[${index}]`;
    const given = problems.parse(at, structLike<IgnoredFinding>('{ check, object, reason }'), entry);
    if (!given) return [];
    const check = problems.parse(`${at}.check`, parseCheckPattern, given.check);
    problems.parse(`${at}.object`, parseObject, given.object);
    problems.parse(`${at}.reason`, parseReason, given.reason);
    return check === undefined ? [] : [{ check, object: given.object, reason: given.reason }];
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

/** Why a finding does not matter. */
export function parseReason(value: string): string {
  return typeof value === 'string' && value.trim() !== '' ? value : reject({
    fact: isNot(value, 'a reason'),
    why: 'whoever reads it later has to know why the finding does not matter',
    fix: 'say in a sentence why it is right as it is',
    see: SEE,
  });
}
