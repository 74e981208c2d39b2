import { readExactly } from '../../src/kube/exact-yaml';
import { readPlain } from '../../src/kube/plain-yaml/read-plain';

// What sigs.k8s.io/yaml 1.6.0 made of "a: <text>", asked with YAMLToJSONStrict.
const IN_KUBERNETES: ReadonlyArray<[text: string, value: unknown]> = [
  ['0o120', 80], ['0O120', 80], ['-0o17', -15], ['+0o17', 15], ['0o1_7', 15], ['0o8', '0o8'], ['0o', '0o'], ['0o-1', '0o-1'],
  ['0120', 80], ['-0120', -80], ['0_12', 10], ['00', 0], ['08', 8], ['089', 89], ['010e1', 100], ['09.5', 9.5],
  ['0777777777777777777777777', 777777777777777777777777],
  ['1_000', 1000], ['1__0', 10], ['1_', 1], ['0_', 0], ['-_1', -1], ['_1', '_1'], ['1_0e3', 10000], ['1_e3', 1000], ['1e_3', 1000], ['1.5_0', 1.5],
  ['0x1F', 31], ['0X1F', 31], ['-0x1F', -31], ['0x1_F', 31], ['0_x1F', 31], ['0x', '0x'], ['0xG', '0xG'], ['0x1p4', '0x1p4'],
  ['0b11', 3], ['0B11', 3], ['-0b_1', -1], ['0_b1', 1], ['0b2', '0b2'], ['0b', '0b'],
  ['1e3', 1000], ['1E+3', 1000], ['1e-3', 0.001], ['1e', '1e'], ['e1', 'e1'], ['.e1', '.e1'], ['1e3e3', '1e3e3'], ['1e400', '1e400'], ['-1e400', '-1e400'],
  ['.5', 0.5], ['-.5', -0.5], ['+.5', 0.5], ['.5e3', 500], ['._5', '._5'], ['5.', 5], ['1.e3', 1000], ['.', '.'], ['..', '..'], ['1.2.3', '1.2.3'],
  ['+1', 1], ['--1', '--1'], ['+', '+'], ['1-1', '1-1'], ['1,000', '1,000'],
  ['9223372036854775808', 9223372036854775808], ['18446744073709551616', 18446744073709551616], ['0xFFFFFFFFFFFFFFFF', 18446744073709551615],
  ['-0xFFFFFFFFFFFFFFFF', '-0xFFFFFFFFFFFFFFFF'], ['0xFFFFFFFFFFFFFFFFFF', '0xFFFFFFFFFFFFFFFFFF'],
  ['yes', true], ['YES', true], ['yEs', 'yEs'], ['on', true], ['off', false], ['y', true], ['N', false], ['tRue', 'tRue'],
  ['~', null], ['null', null], ['nULL', 'nULL'], ['nil', 'nil'], ['inf', 'inf'], ['NaN', 'NaN'],
  ['190:20:30', '190:20:30'], ['1:30', '1:30'], ['1:30.5', '1:30.5'], ['2001-12-14', '2001-12-14'],
];

// The same, where a tag says what it is.
const WITH_TAG: ReadonlyArray<[text: string, value: unknown]> = [
  ['!!int \'5\'', 5], ['!!int 0o17', 15], ['!!float 5', 5], ['!!str 5', '5'], ['!!bool yes', true], ['!!timestamp 2001-12-14', '2001-12-14'], ['! 5', '5'],
];

test.each([...IN_KUBERNETES, ...WITH_TAG])('%s is to both readers what it is to Kubernetes', (text, value) => {
  expect([undefined, { a: value }]).toContainEqual(readPlain(`a: ${text}\n`));
  expect(readExactly(`a: ${text}\n`)).toEqual({ a: value });
});

test.each(IN_KUBERNETES)('%s is read by the fast reader', (text, value) => {
  expect(readPlain(`a: ${text}\n`)).toEqual({ a: value });
});

test.each(['.inf', '-.inf', '+.Inf', '.INF', '.nan', '.NaN'])('%s is refused, as Kubernetes does', (text) => {
  expect(readPlain(`a: ${text}\n`)).toBeUndefined();
  expect(() => readExactly(`a: ${text}\n`)).toThrow(`${text} is no number that JSON can say, and Kubernetes reads YAML as JSON`);
});

test.each([['0o120', '80'], ['0120', '80'], ['1_000', '1000'], ['.5', '0.5'], ['yes', 'true'], ['0o8', '0o8']])('the key %s is the text %s', (text, key) => {
  expect(readExactly(`${text}: a\n`)).toEqual({ [key]: 'a' });
});
