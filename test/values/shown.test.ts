import { isNot, shown } from '../../src/values/shown';

test.each<[unknown, string]>([
  ['a "b"', '"a \\"b\\""'],
  [5, '5'],
  [true, 'true'],
  [5n, '5'],
  [undefined, 'nothing'],
  [null, 'nothing'],
  [['a', 1], '["a",1]'],
  [{ app: 'web' }, '{"app":"web"}'],
  [Object.assign(Object.create(null), { app: 'web' }), '{"app":"web"}'],
  [new Date(0), 'an object of class Date'],
  [() => 'x', 'a function'],
  [{ big: 5n }, 'an object that JSON cannot say'],
])('%p is shown as a person would say it', (value, text) => {
  expect(shown(value)).toBe(text);
});

test('a long value is cut, so that the message stays readable', () => {
  expect(shown({ text: 'x'.repeat(200) })).toHaveLength(81);
});

test('an object that refers to itself is not followed', () => {
  const endless: { self?: object } = {};
  endless.self = endless;
  expect(shown(endless)).toBe('an object that JSON cannot say');
});

test('what is missing is said to be missing', () => {
  expect(isNot(undefined, 'a port number')).toBe('a port number is missing');
  expect(isNot('80', 'a port number')).toBe('"80" is not a port number');
});
