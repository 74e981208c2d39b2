import { analyze } from '../../src/analysis/analyze';
import { CHECKS } from '../../src/checks/all';
import { readDocuments } from '../../src/kube/read-documents';
import type { Report } from '../../src/report/report';
import type { SarifTool } from '../../src/report/sarif-tool';

const SERVICES = `apiVersion: v1
kind: Service
metadata: { name: orders, namespace: shop }
spec: { type: ExternalName, externalName: 203.0.113.7 }
---
apiVersion: v1
kind: Service
metadata:
  name: stock
  namespace: shop
  annotations: { cdk8s-l4/ignore.externalname-is-ip: being replaced }
spec: { type: ExternalName, externalName: 203.0.113.8 }
---
kind: [
`;

const ONLY = ['externalname-is-ip'];

/** One finding, one that is accepted, and a document that cannot be read. */
export function shopReport(file = 'deploy/shop.yaml', services = SERVICES): Report {
  return analyze(readDocuments(services, file), { only: ONLY });
}

/** The checks that the report is by. */
export const SHOP_CHECKS = CHECKS.filter(({ name }) => ONLY.includes(name));

/** What a SARIF log says of the tool. */
export const SHOP_TOOL: SarifTool = {
  checks: SHOP_CHECKS, version: '1.2.3', homepage: 'https://example.com', documentationUrl: (page) => `https://example.com/docs/${page}`,
};

/** A report in which a check broke off. */
export function crashedReport(): Report {
  return { ...shopReport(), crashed: [{ check: 'externalname-is-ip', error: new Error('no way out') }] };
}
