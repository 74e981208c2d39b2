import { parseCheckName } from '../../src/analysis/check-name';
import { RETIRED_CHECKS } from '../../src/analysis/retired-checks';
import { CHECKS } from '../../src/checks/all';
import { Rejection } from '../../src/problems/rejection';

const fixFor = (name: string) => {
  try {
    return `no fix: ${parseCheckName(name)}`;
  } catch (error) {
    return (error as Rejection).fault.fix;
  }
};

describe('a name that no check has', () => {
  test.each([
    ['mistyped', 'target-port-name-mising', 'write "target-port-name-missing"'],
    ['with parts of names', 'selector-overlap', 'write "selector-overlap-named-split", "selector-overlap-no-ports" or "selector-overlap-port-missing"'],
    ['with spaces and capitals', 'Service Env Collision', 'write "service-env-collision"'],
    ['with a word that many have', 'port-*', '"npx cdk8s-l4 check --list" shows the names'],
    ['like none', 'xyzzy', '"npx cdk8s-l4 check --list" shows the names'],
    ['empty', '', '"npx cdk8s-l4 check --list" shows the names'],
    ['of an object', '__proto__', '"npx cdk8s-l4 check --list" shows the names'],
    ['no text', 7 as never, '"npx cdk8s-l4 check --list" shows the names'],
  ])('%s', (_what, name, fix) => {
    expect(fixFor(name)).toBe(fix);
  });
});

test('a retired name leads to a check that is there', () => {
  const names = CHECKS.map(({ name }) => name);
  expect([...RETIRED_CHECKS].filter(([old, now]) => names.includes(old) || !names.includes(now))).toEqual([]);
  jest.spyOn(RETIRED_CHECKS, 'get').mockImplementation((name) => name === 'old-name' ? 'externalname-is-ip' : undefined);
  expect(parseCheckName('old-name')).toBe('externalname-is-ip');
  jest.restoreAllMocks();
});
