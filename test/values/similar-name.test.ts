import { isTypingMistake, isVariant, similarName } from '../../src/values/similar-name';

test('a typing mistake apart', () => {
  expect(similarName('order', ['users', 'orders'])).toBe('orders');
  expect(similarName('odrers', ['users', 'orders'])).toBe('orders');
});

test('with or without the word for a Service', () => {
  expect(similarName('web-svc', ['api', 'web'])).toBe('web');
  expect(similarName('web', ['api', 'web-service'])).toBe('web-service');
});

test('names that differ by their numbers only are different on purpose', () => {
  expect(similarName('redis-1', ['redis-2'])).toBeUndefined();
});

test('short names have to be nearer', () => {
  expect(similarName('web', ['wap'])).toBeUndefined();
  expect(similarName('web', ['wep'])).toBe('wep');
});

test('names with nothing in common', () => {
  expect(similarName('payments', ['orders', 'users'])).toBeUndefined();
  expect(similarName('', [''])).toBeUndefined();
});

test('names of one series differ in a short part', () => {
  expect(isVariant('cart-eu', 'cart-us')).toBe(true);
  expect(isVariant('web-a', 'web-b')).toBe(true);
  expect(isVariant('order-db', 'orders-db')).toBe(false);
  expect(isVariant('order', 'orders')).toBe(false);
});

test.each([['frontendx', 'frontend'], ['ordes-api', 'orders-api'], ['orders-dbx', 'orders-db'], ['bakend', 'backend']])('%s is %s mistyped', (wanted, name) => {
  expect(isTypingMistake(wanted, name)).toBe(true);
});

test.each([
  ['redis-1', 'redis-2'], ['cart-eu', 'cart-us'], ['http', 'https'], ['https', 'http'], ['dev', 'dew'], ['orders', 'orders'], ['orders', 'payments'],
])('%s is not %s mistyped', (wanted, name) => {
  expect(isTypingMistake(wanted, name)).toBe(false);
});
