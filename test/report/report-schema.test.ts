import { readFileSync } from 'fs';
import { resolve } from 'path';
import Ajv from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { REPORTS } from './reports';
import { shopReport } from './shop';
import { renderJson, SCHEMA_VERSION } from '../../src/report/json';

const SCHEMA = JSON.parse(readFileSync(resolve(__dirname, '../../schema/report.schema.json'), 'utf8'));

const ajv = new Ajv({ allErrors: true, strict: true });
addFormats(ajv);
const isValid = ajv.compile(SCHEMA);

/** The fields that a part of a report has and the schema does not name. */
function undescribed(value: unknown, schema: any, at = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => undescribed(item, schema.items, `${at}[]`));
  if (typeof value !== 'object' || value === null) return [];
  const properties = propertiesOf(schema);
  return Object.entries(value).flatMap(([key, member]) => key in properties ? undescribed(member, resolved(properties[key]), `${at}.${key}`) : [`${at}.${key}`]);
}

function resolved(schema: any): any {
  const { $ref, items } = schema;
  if (items) return { items: resolved(items) };
  return $ref ? SCHEMA.$defs[$ref.replace('#/$defs/', '')] : schema;
}

function propertiesOf({ properties = {}, allOf = [] }: any): Record<string, any> {
  return Object.assign({}, properties, ...allOf.map((part: any) => propertiesOf(resolved(part))));
}

const json = (report = shopReport()) => JSON.parse(renderJson(report));

test.each(REPORTS)('the schema accepts the report of %s', (_what, report) => {
  isValid(json(report));
  expect(isValid.errors ?? []).toEqual([]);
});

test('the schema names every field that a report has', () => {
  expect([...new Set(REPORTS.flatMap(([, report]) => undescribed(json(report), SCHEMA)))]).toEqual([]);
  expect(undescribed({ findings: [{ location: { byte: 1 } }], new: 1 }, SCHEMA)).toEqual(['.findings[].location.byte', '.new']);
});

test('the schema is of the version that is written', () => {
  expect(SCHEMA.properties.schemaVersion.const).toBe(SCHEMA_VERSION);
});

describe('the schema refuses', () => {
  test.each([
    ['another version', (report: any) => report.schemaVersion = 2],
    ['a severity that there is not', (report: any) => report.findings[0].severity = 'fatal'],
    ['a finding without a fix', (report: any) => delete report.findings[0].fix],
    ['a line before the first', (report: any) => report.findings[0].location.line = 0],
    ['an accepted finding without a reason', (report: any) => delete report.suppressed[0].reason],
    ['a report without a summary', (report: any) => delete report.summary],
  ])('%s', (_what, change) => {
    const report = json();
    change(report);
    expect(isValid(report)).toBe(false);
  });
});
