import { asModule, snippets } from './snippets';
import { compilerErrors } from '../compiled-code';

test('everything that users are shown compiles', () => {
  const codes = new Map(snippets().map((snippet, index) => [`${snippet.name} (${index})`, asModule(snippet)]));
  expect(codes.size).toBeGreaterThan(8);
  expect(compilerErrors(codes)).toEqual([]);
}, 60_000);
