import fc from 'fast-check';
import { shopReport } from './shop';
import { PLAIN, wrapped } from '../../src/report/layout';
import { renderText } from '../../src/report/text';

describe('a wrapped text', () => {
  test.each([
    ['short enough', 'one two', 7, 0, ['one two']],
    ['too long', 'one two three', 7, 0, ['one two', 'three']],
    ['with a word that is longer than a line', 'a https://example.com b', 7, 0, ['a', 'https://example.com', 'b']],
    ['whose first line is partly taken', 'one two three', 9, 3, ['one', 'two three']],
    ['whose first line is taken', 'one two', 3, 3, ['one', 'two']],
    ['empty', '', 7, 0, ['']],
  ])('%s', (...[, text, width, taken, lines]) => {
    expect(wrapped(text, width, taken)).toEqual(lines);
  });

  test('has every word, and no line that could be shorter', () => {
    fc.assert(fc.property(fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1 }), fc.integer({ min: 1, max: 40 }), (words, width) => {
      const lines = wrapped(words.join(' '), width);
      expect(lines.join(' ')).toBe(words.join(' '));
      expect(lines.filter((line) => line.length > width && line.includes(' '))).toEqual([]);
    }));
  });
});

test('on a terminal the parts of a finding stay in their columns', () => {
  expect(`\n${renderText(shopReport(), { ...PLAIN, width: 80 })}\n`).toMatchSnapshot();
});
