import { blocksOf } from './snippets';
import { synthesizedBy } from '../synthesized-code';

test('README.md shows what its app writes, and how it is refused', () => {
  const [app] = blocksOf('README.md', 'ts');
  const [configMap] = blocksOf('README.md', 'yaml');
  const [refusal] = blocksOf('README.md', '');
  expect(synthesizedBy(app).split('---\n')).toContain(configMap);
  expect(() => synthesizedBy(app.replace('listenPort: 5432', 'listenPort: 8443'))).toThrow(refusal.trim());
});

test('docs/publishing.md shows what its app writes', () => {
  const [app] = blocksOf('docs/publishing.md', 'ts');
  const shown = blocksOf('docs/publishing.md', 'yaml');
  const documents = synthesizedBy(app).split('---\n');
  expect(shown).toHaveLength(2);
  expect(shown.filter((document) => !documents.includes(document))).toEqual([]);
});
