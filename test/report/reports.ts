import { readFileSync } from 'fs';
import { ApiObject, App, Chart } from 'cdk8s';
import { crashedReport, shopReport } from './shop';
import { analyze } from '../../src/analysis/analyze';
import { analyzeApp } from '../../src/analysis/analyze-app';
import { appObjects } from '../../src/analysis/app-objects';
import { readTree } from '../../src/analysis/app-tree';
import { readDocuments } from '../../src/kube/read-documents';
import type { Report } from '../../src/report/report';
import { checkFixtures, manifestsOf } from '../checks/fixtures';

const MISUSED = `apiVersion: v1
kind: Service
metadata:
  name: orders
  annotations: { cdk8s-l4/ignore.externalname-is-op: known, cdk8s-l4/ignore.externalname-is-ip: "" }
spec: { type: ExternalName, externalName: 203.0.113.7 }
`;

/** The findings of an app, which have no file. */
function appReport(): Report {
  const chart = new Chart(new App(), 'shop');
  new ApiObject(chart, 'mail', { apiVersion: 'v1', kind: 'Service', metadata: { name: 'mail' }, spec: { type: 'ExternalName', externalName: '203.0.113.7' } } as never);
  return analyzeApp(appObjects(readTree(chart.node.root).apiObjects), {});
}

/** Reports of every shape: with places and without, related objects, what is accepted, what cannot be told or read, defects, and nothing at all. */
export const REPORTS: ReadonlyArray<readonly [string, Report]> = [
  ['nothing', analyze({ objects: [] })],
  ['an accepted finding and a document that cannot be read', shopReport()],
  ['standard input', shopReport('-')],
  ['a file elsewhere', shopReport('/srv/shop #1.yaml')],
  ['a check that broke off', crashedReport()],
  ['annotations that do nothing', analyze(readDocuments(MISUSED, 'orders.yaml'))],
  ['what is accepted in vain', analyze(readDocuments(MISUSED, 'orders.yaml'), { suppressions: [{ check: '*', object: 'Service shop/*', constructPath: 'shop', reason: 'known' }] })],
  ['an app', appReport()],
  ...['bad', 'cannot-tell'].flatMap((prefix) => checkFixtures().flatMap((fixture) => manifestsOf(fixture, prefix)
    .map((file) => [`${prefix} manifest of ${fixture.name}`, analyze(readDocuments(readFileSync(file, 'utf8'), `${fixture.name}.yaml`))] as const))),
];
