import { crashedReport, SHOP_CHECKS, SHOP_TOOL, shopReport } from './shop';
import { renderGithub } from '../../src/report/github';
import { renderJson } from '../../src/report/json';
import { renderJunit } from '../../src/report/junit';
import { renderSarif } from '../../src/report/sarif';
import { renderText } from '../../src/report/text';

const sarif = (report = shopReport()) => JSON.parse(renderSarif(report, SHOP_TOOL)).runs[0];

test('text puts the findings under their object, and the summary last', () => {
  expect(`\n${renderText(shopReport())}\n`).toMatchSnapshot();
});

test('JSON has a version, and all that was found, accepted or not read', () => {
  expect(JSON.parse(renderJson(shopReport()))).toMatchSnapshot();
});

test('a SARIF result has its rule, its lines and a fingerprint', () => {
  expect(sarif().results[0]).toMatchSnapshot();
});

test('JUnit has a test case for each check and for what cannot be read', () => {
  expect(`\n${renderJunit(shopReport(), SHOP_CHECKS)}\n`).toMatchSnapshot();
});

test('GitHub gets an annotation for each finding', () => {
  expect(`\n${renderGithub(shopReport())}\n`).toMatchSnapshot();
});

describe('a check that breaks off is told of in each format', () => {
  test.each([
    ['text', renderText(crashedReport())],
    ['JSON', renderJson(crashedReport())],
    ['SARIF', JSON.stringify(sarif(crashedReport()).invocations)],
    ['JUnit', renderJunit(crashedReport(), SHOP_CHECKS)],
    ['GitHub', renderGithub(crashedReport())],
  ])('%s', (_format, text) => {
    expect(text).toContain('externalname-is-ip');
    expect(text).toContain('no way out');
  });

  test('and SARIF says that the run was not successful', () => {
    expect(sarif().invocations[0].executionSuccessful).toBe(true);
    expect(sarif(crashedReport()).invocations[0].executionSuccessful).toBe(false);
  });
});

test('every SARIF result refers to a rule of the run', () => {
  const { results, tool } = sarif();
  const rules = tool.driver.rules.map(({ id }: { id: string }) => id);
  expect(results).toHaveLength(2);
  expect(results.every(({ ruleId }: { ruleId: string }) => rules.includes(ruleId))).toBe(true);
});

test('SARIF marks what is accepted as suppressed, with the reason', () => {
  const suppressions = sarif().results.map((result: { suppressions?: unknown }) => result.suppressions);
  expect(suppressions).toEqual([undefined, [{ kind: 'inSource', justification: 'being replaced' }]]);
});

test('a fingerprint stays when lines move, and differs between objects', () => {
  const moved = shopReport('elsewhere/shop.yaml', '# a comment\n\n---\napiVersion: v1\nkind: Service\nmetadata:\n  name: orders\n  namespace: shop\nspec: { type: ExternalName, externalName: 203.0.113.7 }\n');
  const fingerprints = sarif().results.map(({ partialFingerprints }: { partialFingerprints: unknown }) => partialFingerprints);
  expect(sarif(moved).results[0].partialFingerprints).toEqual(fingerprints[0]);
  expect(fingerprints[0]).not.toEqual(fingerprints[1]);
});
