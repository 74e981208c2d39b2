import { readArguments } from './arguments';

test('what is not for the suite is for jest', () => {
  expect(readArguments(['--versions=1.27,1.33', 'manifests', '--bail'])).toEqual({ versions: ['1.27', '1.33'], cluster: false, jest: ['manifests', '--bail'] });
  expect(readArguments(['--cluster', '-t', 'Gateway'])).toEqual({ versions: [], cluster: true, jest: ['-t', 'Gateway'] });
});

test('no version at all is a mistake', () => {
  expect(() => readArguments(['--versions', '1.27'])).toThrow('"--versions" names no version: write --versions=1.27,1.36');
});
