import { readFileSync } from 'fs';
import { resolve } from 'path';
import Ajv from 'ajv/dist/2020';
import AjvDraft4 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import * as fc from 'fast-check';
import { asText, damagedSet } from './damaged';
import { analyze } from '../../src/analysis/analyze';
import { listenersIn } from '../../src/data-planes/listeners';
import type { Finding } from '../../src/findings/finding';
import { graphOf } from '../../src/graph/graph';
import { renderMermaid } from '../../src/graph/mermaid';
import { fieldIn } from '../../src/kube/field';
import { readDocuments } from '../../src/kube/read-documents';
import { buildNetwork } from '../../src/model/build-network';
import { renderGithub } from '../../src/report/github';
import { renderJson } from '../../src/report/json';
import { renderJunit } from '../../src/report/junit';
import { renderSarif } from '../../src/report/sarif';
import { renderText } from '../../src/report/text';
import { KubernetesVersion } from '../../src/values/kubernetes-version';
import { checkFixtures, manifestsOf } from '../checks/fixtures';
import { SHOP_TOOL } from '../report/shop';

const runs = { numRuns: Number(process.env.FUZZ_RUNS ?? 150) };

const manifests = checkFixtures().flatMap((fixture) => manifestsOf(fixture, '')).map((file) => readFileSync(file, 'utf8'));

const isReport = compiled(new Ajv({ allErrors: true }), JSON.parse(readFileSync(resolve(__dirname, '../../schema/report.schema.json'), 'utf8')));
// eslint-disable-next-line @typescript-eslint/no-require-imports
const SARIF = require('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json') as object;
// One pattern of the schema is none where "u" is set.
const isSarif = compiled(new AjvDraft4({ allErrors: true, strict: false, unicodeRegExp: false }), SARIF);

function compiled(ajv: Ajv, schema: object) {
  addFormats(ajv);
  const isValid = ajv.compile(schema);
  return (text: string) => isValid(JSON.parse(text)) ? [] : isValid.errors!.map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** What a template leaves behind that was filled with nothing. */
const UNFILLED = /\bundefined\b|\[object |\bNaN\b|=> |: $|\{ +\}|\.$/;

/** Whether people find the field: it is there, or missing where it is said to be. */
function canBeFound({ object, path }: Finding): boolean {
  if (path.length === 0) return true;
  const parent = fieldIn(object.object, path.slice(0, -1));
  return typeof parent === 'object' && parent !== null;
}

test('an object with anything in any field crashes no check, and what is said of it is whole', () => {
  fc.assert(fc.property(damagedSet, fc.integer({ min: 17, max: 36 }), (set, minor) => {
    const report = analyze(readDocuments(asText(set), 'damaged.yaml'), { kubernetesVersion: KubernetesVersion.of(`1.${minor}`) });
    expect(report.crashed.map(({ check, error }) => `${check}: ${error.stack}`)).toEqual([]);
    expect(report.findings.filter((finding) => !canBeFound(finding)).map(({ check, path }) => `${check} ${path.join('.')}`)).toEqual([]);
    expect(report.findings.flatMap(({ check, fact, fix }) => [fact, fix].filter((text) => UNFILLED.test(text)).map((text) => `${check} ${text}`))).toEqual([]);
    expect(report.cannotTell.map(({ reason }) => reason).filter((text) => UNFILLED.test(text))).toEqual([]);
  }), runs);
});

test('every format of a report is what it is called, whatever the report is about', () => {
  fc.assert(fc.property(damagedSet, (set) => {
    const report = analyze(readDocuments(asText(set), 'damaged.yaml'), set.settings);
    expect(isReport(renderJson(report))).toEqual([]);
    expect(isSarif(renderSarif(report, SHOP_TOOL))).toEqual([]);
    const texts = [renderText(report), renderGithub(report), renderJunit(report, [])];
    expect(texts.join('\n')).not.toMatch(/\bundefined\b|\[object |\bNaN\b/);
    // eslint-disable-next-line no-control-regex
    expect(texts.join('\n')).not.toMatch(/[\u0000-\u0008\u000b-\u001f]/);
  }), runs);
});

test('any text is read or said to be unreadable, with a line that is in it', () => {
  fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), fc.constantFrom(...manifests).map((text) => text.slice(0, text.length / 2))), (text) => {
    const { unreadable } = readDocuments(text, 'any.yaml');
    expect(unreadable.every(({ line }) => line >= 1 && line <= text.split('\n').length)).toBe(true);
  }), runs);
});

/** A node with its shape, an edge between two of them, or the colour of edges. */
const MERMAID = /^ {2}(?:(n\d+)(?:\[\["T"\]\]|\(\["T"\]\)|\[\/"T"\/\]|\("T"\)|\["T"\]|>"T"\]|\{\{"T"\}\})|n\d+ (?:-->|-\.->)(?:\|"T"\|)? n\d+|linkStyle [\d,]+ stroke:#c00,color:#c00)$/;

test('a graph can be drawn of anything: each line is one of Mermaid, and no two nodes have one name', () => {
  fc.assert(fc.property(damagedSet, (set) => {
    const network = buildNetwork(readDocuments(asText(set), 'damaged.yaml').objects, { version: KubernetesVersion.V1_31, defaultNamespace: 'default', unreadable: [] });
    const [head, ...lines] = renderMermaid(graphOf(network, listenersIn(network.objects.map(({ object }) => object)))).split('\n');
    expect(head).toBe('flowchart LR');
    const matches = lines.map((line) => MERMAID.exec(line.replace(/"[^"]+"/, '"T"')));
    expect(lines.filter((_, index) => !matches[index])).toEqual([]);
    const names = matches.flatMap((match) => match?.[1] ?? []);
    expect(new Set(names).size).toBe(names.length);
  }), runs);
});

test('aliases that multiply, and keys that mean something to JavaScript, do no harm', () => {
  const bomb = Array.from({ length: 12 }, (_, level) => `a${level}: &a${level} [${level === 0 ? '"x"' : Array(10).fill(`*a${level - 1}`).join(', ')}]`).join('\n');
  expect(readDocuments(`apiVersion: v1\nkind: ConfigMap\nmetadata: { name: bomb }\n${bomb}\n`, 'bomb.yaml').unreadable).toHaveLength(1);
  const polluted = 'apiVersion: v1\nkind: Service\nmetadata: { name: a, __proto__: { polluted: true } }\n__proto__: { polluted: true }\nspec: { selector: { constructor: x, toString: y } }\n';
  expect(analyze(readDocuments(polluted, 'polluted.yaml')).crashed).toEqual([]);
  expect(({} as any).polluted).toBeUndefined();
});
