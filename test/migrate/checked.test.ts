import { migrated, stories, storyText } from './migrated';
import { analyze } from '../../src/analysis/analyze';
import { readDocuments } from '../../src/kube/read-documents';

test.each(stories())('what %s becomes passes the checks, beside the Services that it leads to', (story) => {
  const output = readDocuments(migrated(story).stdout, 'gateway.yaml').objects;
  const backends = readDocuments(storyText(story), story).objects.filter(({ object }) => ['Service', 'NetworkPolicy'].includes(object.kind) && object.metadata.namespace === 'shop');
  expect(output.length).toBeGreaterThan(0);
  const { findings, crashed } = analyze({ objects: [...output, ...backends] });
  expect(crashed).toEqual([]);
  expect(findings.filter(({ severity }) => severity === 'error').map(({ check, object, fact }) => `${check}: ${object.kind} ${object.name} ${fact}`)).toEqual([]);
});
