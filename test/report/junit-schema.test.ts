import { DOMParser, onErrorStopParsing, type Element } from '@xmldom/xmldom';
import { REPORTS } from './reports';
import { CHECKS } from '../../src/checks/all';
import { renderJunit } from '../../src/report/junit';
import type { Report } from '../../src/report/report';

/** @throws ParseError if it is not well-formed */
const parsed = (xml: string): Element => new DOMParser({ onError: onErrorStopParsing }).parseFromString(xml, 'text/xml').documentElement!;
const junit = (report: Report) => parsed(renderJunit(report, CHECKS));
const reportOf = (wanted: string) => REPORTS.find(([what]) => what === wanted)![1];

interface Rule {
  readonly required: readonly string[];
  readonly optional?: readonly string[];
  readonly children?: readonly string[];
}

/**
 * What Jenkins and GitLab read, as far as it is written here.
 *
 * @see https://github.com/jenkinsci/xunit-plugin/blob/master/src/main/resources/org/jenkinsci/plugins/xunit/types/model/xsd/junit-10.xsd
 */
const ELEMENTS: Readonly<Record<string, Rule>> = {
  'testsuites': { required: [], optional: ['name', 'tests', 'failures', 'errors'], children: ['testsuite'] },
  'testsuite': { required: ['name', 'tests', 'failures', 'errors'], children: ['testcase', 'system-err'] },
  'testcase': { required: ['name'], optional: ['classname'], children: ['error', 'failure'] },
  'failure': { required: [], optional: ['type', 'message'] },
  'error': { required: [], optional: ['type', 'message'] },
  'system-err': { required: [] },
};

function faultsIn(element: Element): string[] {
  const { required, optional = [], children = [] } = ELEMENTS[element.tagName] ?? { required: ['to be known'] };
  const attributes = Array.from(element.attributes, ({ name }) => name);
  return [
    ...required.filter((name) => !attributes.includes(name)).map((name) => `${element.tagName} has no ${name}`),
    ...attributes.filter((name) => ![...required, ...optional].includes(name)).map((name) => `${element.tagName} has ${name}`),
    ...childrenOf(element).filter(({ tagName }) => !children.includes(tagName)).map(({ tagName }) => `${element.tagName} has a ${tagName}`),
    ...childrenOf(element).flatMap(faultsIn),
  ];
}

function childrenOf(element: Element): Element[] {
  return Array.from(element.childNodes).filter((node): node is Element => node.nodeType === node.ELEMENT_NODE);
}

const count = (element: Element, name: string) => element.getElementsByTagName(name).length;

describe.each(REPORTS)('the report of %s', (_what, report) => {
  test('is XML of the elements and attributes that are read', () => {
    expect(faultsIn(junit(report))).toEqual([]);
  });

  test('counts its test cases', () => {
    const suite = junit(report).getElementsByTagName('testsuite')[0];
    const failed = childrenOf(suite).filter((testCase) => count(testCase, 'failure') > 0);
    expect(['tests', 'failures', 'errors'].map((name) => suite.getAttribute(name)))
      .toEqual([count(suite, 'testcase'), failed.length, count(suite, 'error')].map(String));
  });
});

test('what is no such XML is noticed', () => {
  expect(() => parsed('<testsuites><testsuite></testsuites>')).toThrow();
  expect(() => parsed('<testsuites name="a&b<c"/>')).toThrow();
  expect(faultsIn(parsed('<testsuites time="1"><testsuite name="a" tests="0" failures="0" errors="0"><failure/></testsuite></testsuites>')))
    .toEqual(['testsuites has time', 'testsuite has a failure']);
});

test('annotations that do nothing, and an empty input, are said beside the test cases', () => {
  const remarks = (wanted: string) => junit(reportOf(wanted)).getElementsByTagName('system-err')[0]?.textContent;
  expect(remarks('annotations that do nothing')).toContain('without a reason, so the check is not ignored');
  expect(remarks('nothing')).toContain('nothing checked');
  expect(remarks('an app')).toBeUndefined();
});
