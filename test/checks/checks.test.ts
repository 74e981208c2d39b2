import { check, checkFixtures, expectedText, manifestsOf, render } from './fixtures';
import { CHECKS } from '../../src/checks/all';

const only = process.env.CHECK;
const fixtures = checkFixtures().filter(({ name }) => only === undefined || only.split(',').includes(name));

const checkCalled = (name: string) => CHECKS.filter((candidate) => candidate.name === name);

describe.each(fixtures)('$name', (fixture) => {
  test('is a check', () => expect(checkCalled(fixture.name)).toHaveLength(1));

  test('has a bad manifest and a good one', () => {
    expect([manifestsOf(fixture, 'bad').length, manifestsOf(fixture, 'good').length]).not.toContain(0);
  });

  test('says of the bad manifests what is expected', () => {
    for (const file of manifestsOf(fixture, 'bad')) {
      const results = check(checkCalled(fixture.name), file);
      expect(results.crashed).toEqual([]);
      expect(results.findings.length).toBeGreaterThan(0);
      expect(render(results)).toBe(expectedText(file, render(results)));
    }
  });

  test('finds nothing in the good manifests, nor does any other check find an error there', () => {
    for (const file of manifestsOf(fixture, 'good')) {
      expect(render(check(checkCalled(fixture.name), file))).toBe('');
      expect(check(CHECKS, file).findings.filter(({ severity }) => severity === 'error').map(({ check: name, fact }) => `${name}: ${fact}`)).toEqual([]);
    }
  });

  test('does not guess where the objects do not tell', () => {
    for (const file of manifestsOf(fixture, 'cannot-tell')) {
      const results = check(checkCalled(fixture.name), file);
      expect(results.findings).toEqual([]);
      expect(render(results)).toBe(expectedText(file, render(results)));
    }
  });
});

test('every check has manifests that show it', () => {
  const shown = new Set(checkFixtures().map(({ name }) => name));
  expect(CHECKS.map(({ name }) => name).filter((name) => !shown.has(name))).toEqual([]);
});
