import { danglingReference, knowsItsNamespace, wordsOf } from '../../src/kube/container-words';

const OWN_NAMESPACE = { name: 'POD_NAMESPACE', valueFrom: { fieldRef: { fieldPath: 'metadata.namespace' } } };

describe('the words that start a container', () => {
  test('are its command and its arguments', () => {
    expect(wordsOf({ name: 'a', command: ['run'], args: ['--fast'] }, 'shop')).toEqual(['run', '--fast']);
    expect(wordsOf({ name: 'a', command: null }, 'shop')).toEqual([]);
  });

  test('have their variables filled in, as far as the manifest says them', () => {
    const env = [OWN_NAMESPACE, { name: 'NAME', value: 'tcp' }, { name: 'POD', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }, { name: 'EMPTY', value: '' }];
    expect(wordsOf({ name: 'a', env, args: ['$(POD_NAMESPACE)/$(NAME)', '$(POD)', '$(OTHER)', '$$(NAME)', 'a$(EMPTY)b', '$NAME'] }, 'shop'))
      .toEqual(['shop/tcp', '$(POD)', '$(OTHER)', '$(NAME)', 'ab', '$NAME']);
  });
});

test('a container knows its namespace by a variable', () => {
  expect(knowsItsNamespace({ name: 'a', env: [OWN_NAMESPACE] })).toBe(true);
  expect(knowsItsNamespace({ name: 'a', env: [{ name: 'POD_NAMESPACE', value: 'shop' }] })).toBe(false);
  expect(knowsItsNamespace({ name: 'a' })).toBe(false);
});

test('a reference dangles where no variable could be behind it', () => {
  const args = ['--configmap=$(POD_NAMESPACE)/nginx'];
  expect(danglingReference({ name: 'a', args }, 'POD_NAMESPACE')).toBe(args[0]);
  expect(danglingReference({ name: 'a', args, env: [OWN_NAMESPACE] }, 'POD_NAMESPACE')).toBeUndefined();
  expect(danglingReference({ name: 'a', args, envFrom: [{}] }, 'POD_NAMESPACE')).toBeUndefined();
  expect(danglingReference({ name: 'a', args: ['--v=2'] }, 'POD_NAMESPACE')).toBeUndefined();
});
