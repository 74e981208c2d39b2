import { analyze } from '../../src/analysis/analyze';
import { readIgnoreAnnotations } from '../../src/findings/ignore-annotation';
import { readDocuments } from '../../src/kube/read-documents';
import { buildNetwork } from '../../src/model/build-network';
import { notes } from '../../src/report/text';
import { KubernetesVersion } from '../../src/values/kubernetes-version';

const service = (annotations: object) => `apiVersion: v1
kind: Service
metadata:
  name: orders
  annotations: ${JSON.stringify(annotations)}
spec: { type: ExternalName, externalName: 203.0.113.7 }
`;
const reportOn = (annotations: object) => analyze(readDocuments(service(annotations), 'orders.yaml'));
const NAME = 'externalname-is-ip';

test('an annotation with a reason accepts the finding', () => {
  const { findings, suppressed, ignoreFaults } = reportOn({ [`cdk8s-l4/ignore.${NAME}`]: 'being replaced' });
  expect([findings.length, suppressed.map(({ acceptedBy }) => acceptedBy.reason), ignoreFaults]).toEqual([0, ['being replaced'], []]);
});

describe('an annotation that does nothing is said to, and the finding stays', () => {
  test.each([
    ['of a check that there is not', 'ignore.externalname-is-op', 'known',
      ': "externalname-is-op" is not the name of a check; write "externalname-is-ip"'],
    ['of all checks: Kubernetes allows no such name', 'ignore.*', 'known', ': "*" is not the name of a check; "npx cdk8s-l4 check --list" shows the names'],
    ['with an empty reason', `ignore.${NAME}`, ' ', ' without a reason, so the check is not ignored; say in its value why it is right as it is'],
    ['whose reason is no text', `ignore.${NAME}`, true, ' without a reason, so the check is not ignored; say in its value why it is right as it is'],
    ['with another name of ours', `ignored.${NAME}`, 'known', ', which means nothing; write cdk8s-l4/ignore. and the name of a check'],
  ])('%s', (_what, key, reason, said) => {
    const report = reportOn({ [`cdk8s-l4/${key}`]: reason });
    expect(notes(report).map((note) => note.replace(/:5:\d+\)$/, ':5)'))).toEqual([`annotation Service default/orders is annotated with cdk8s-l4/${key}${said} (orders.yaml:5)`]);
    expect(report.findings.map(({ check }) => check)).toContain(NAME);
  });
});

test('annotations of others are not looked at', () => {
  expect(reportOn({ 'cdk8s-l4.example.com/ignore.nothing': '', 'example.com/cdk8s-l4/ignore.nothing': '' }).ignoreFaults).toEqual([]);
});

test('a retired name works, and the new one is said', () => {
  const { objects } = readDocuments(service({ 'cdk8s-l4/ignore.old-name': 'known' }), 'orders.yaml');
  const network = buildNetwork(objects, { version: KubernetesVersion.V1_27, defaultNamespace: 'default', unreadable: [] });
  const { suppressions, faults } = readIgnoreAnnotations(network.objects, () => 'new-name');
  expect(suppressions).toMatchObject([{ check: 'new-name', object: 'Service default/orders', reason: 'known' }]);
  expect(faults).toMatchObject([{ fact: 'is annotated with cdk8s-l4/ignore.old-name, and that check is called new-name now', fix: 'write cdk8s-l4/ignore.new-name' }]);
});
