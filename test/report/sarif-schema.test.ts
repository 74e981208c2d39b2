import AjvDraft4 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { REPORTS } from './reports';
import { SHOP_TOOL, shopReport } from './shop';
import { CHECKS } from '../../src/checks/all';
import { renderSarif } from '../../src/report/sarif';

// eslint-disable-next-line @typescript-eslint/no-require-imports
const SCHEMA = require('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json') as object;

// One pattern of the schema is none where "u" is set.
const ajv = new AjvDraft4({ allErrors: true, strict: false, unicodeRegExp: false });
addFormats(ajv);
const isValid = ajv.compile(SCHEMA);

const TOOL = { ...SHOP_TOOL, checks: CHECKS };
const sarif = (report = shopReport(), tool = TOOL) => JSON.parse(renderSarif(report, tool));
const results = (report = shopReport()): any[] => sarif(report).runs[0].results;

function errorsIn(log: unknown): string[] {
  return isValid(log) ? [] : isValid.errors!.map(({ instancePath, message }) => `${instancePath} ${message}`);
}

describe('the schema of SARIF 2.1.0', () => {
  test.each(REPORTS)('accepts the report of %s', (_what, report) => {
    expect(errorsIn(sarif(report, SHOP_TOOL))).toEqual([]);
  });

  test('accepts every check as a rule', () => {
    expect(errorsIn(sarif())).toEqual([]);
  });

  test('refuses what is no SARIF', () => {
    const log = sarif();
    log.runs[0].results[0].level = 'fatal';
    log.runs[0].results[0].locations[0].physicalLocation.region.startLine = 0;
    expect(errorsIn(log)).toEqual([
      '/runs/0/results/0/level must be equal to one of the allowed values',
      '/runs/0/results/0/locations/0/physicalLocation/region/startLine must be >= 1',
    ]);
  });
});

/** @see https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support */
describe('GitHub code scanning', () => {
  test('gets of each rule what it shows, no longer than it takes', () => {
    for (const rule of sarif().runs[0].tool.driver.rules) {
      expect(rule).toMatchObject({ id: expect.stringMatching(/^[a-z0-9-]{1,255}$/), defaultConfiguration: { level: expect.stringMatching(/^(error|warning|note)$/) } });
      for (const { text } of [rule.shortDescription, rule.fullDescription]) expect([text.length > 0, text.length <= 1024]).toEqual([true, true]);
      expect(rule.help.text).toContain('cdk8s-l4/ignore.');
      expect(rule.help.markdown).toContain(`https://example.com/docs/checks/${rule.id}.md`);
      expect(['very-high', 'high', 'medium', 'low']).toContain(rule.properties.precision);
      expect(['error', 'warning', 'recommendation']).toContain(rule.properties['problem.severity']);
      expect(rule.properties.tags.length).toBeLessThanOrEqual(10);
    }
  });

  test('finds each result of a file below the repository, from its first column to its last', () => {
    const manifests = REPORTS.filter(([what]) => what.startsWith('bad manifest')).flatMap(([, report]) => results(report));
    expect(manifests.length).toBeGreaterThan(190);
    for (const { locations, partialFingerprints, message } of manifests) {
      const [{ physicalLocation: { artifactLocation, region } }] = locations;
      expect(artifactLocation).toEqual({ uri: expect.stringMatching(/^[a-z0-9-]+\.yaml$/), uriBaseId: '%SRCROOT%' });
      expect(Math.min(region.startLine, region.startColumn, region.endLine)).toBeGreaterThanOrEqual(1);
      expect(region.endColumn).toBeGreaterThan(region.startColumn);
      expect(Object.values(partialFingerprints).every((value) => typeof value === 'string' && value !== '')).toBe(true);
      expect(message.text).not.toBe('');
    }
  });

  test('chooses the category by what the upload names', () => {
    expect(sarif().runs[0]).not.toHaveProperty('automationDetails');
  });

  test('gets no more results than it takes, the gravest first, and is told of the others', () => {
    const { findings: [{ object, ...finding }], ...others } = shopReport();
    // Without a file nothing is looked up in it.
    const anywhere = { ...object, origin: { placeOf: () => undefined } };
    const findings = Array.from({ length: 25_010 }, (_, index) => ({ ...finding, object: anywhere, severity: index < 25_000 ? 'info' as const : 'error' as const }));
    const { runs: [run] } = sarif({ ...others, findings }, SHOP_TOOL);
    expect(run.results.map(({ level }: any) => level).join()).toBe([...Array(10).fill('error'), ...Array(24_990).fill('note')].join());
    expect(run.invocations[0].toolExecutionNotifications).toContainEqual({
      level: 'warning', message: { text: 'There are 25011 results, and GitHub refuses more than 25000: the 11 least grave are left out.' },
    });
  });

  test('gets no more locations of a result than it reads', () => {
    const { findings: [finding], ...others } = shopReport();
    expect(results({ ...others, findings: [{ ...finding, related: Array(150).fill(finding.object) }] })[0].relatedLocations).toHaveLength(100);
  });
});

test('annotations that do nothing are notifications of the configuration', () => {
  const [, report] = REPORTS.find(([what]) => what === 'annotations that do nothing')!;
  expect(sarif(report).runs[0].invocations[0].toolConfigurationNotifications.map(({ level, message, locations }: any) =>
    [level, message.text, locations[0].physicalLocation.region.startLine])).toEqual([
    ['warning', 'Service default/orders is annotated with cdk8s-l4/ignore.externalname-is-op: "externalname-is-op" is not the name of a check. Fix: write "externalname-is-ip".', 5],
    ['warning', 'Service default/orders is annotated with cdk8s-l4/ignore.externalname-is-ip without a reason, so the check is not ignored. Fix: say in its value why it is right as it is.', 5],
  ]);
});
