import { networkOf } from '../../../src/data-planes/gateway-api/network-of';
import { meantValue } from '../../../src/data-planes/ingress-nginx/meant-value';
import { Protocol } from '../../../src/values/protocol';

const PORTS = [{ port: 53, protocol: 'UDP', name: 'dns' }, { port: 15432, targetPort: 8080, name: 'admin' }, { port: 5432, name: 'postgres' }];

const NETWORK = networkOf(['shop/orders', 'bank/ledger', 'shop/twin', 'bank/twin'].map((text) => {
  const [namespace, name] = text.split('/');
  return { apiVersion: 'v1', kind: 'Service', metadata: { name, namespace }, spec: { ports: PORTS } };
}));

const meant = (value: unknown, key = '5432', protocol: 'TCP' | 'UDP' = 'TCP') => meantValue(
  { key, value, protocol: Protocol[protocol] as Protocol.TCP | Protocol.UDP }, NETWORK);

test.each([
  ['the port of the entry, where the Service has it', 'shop/orders', 'shop/orders:5432'],
  ['the same behind a colon', 'shop/orders:', 'shop/orders:5432'],
  ['a port that can be one', 'shop/orders: postgres', 'shop/orders:postgres'],
  ['the words behind it', 'shop/orders::PROXY', 'shop/orders:5432:PROXY'],
  ['the namespace of the Service', 'ledger:5432', 'bank/ledger:5432'],
  ['both', 'ledger', 'bank/ledger:5432'],
  ['the port of the entry, where the Service is not known', 'shop/stock', 'shop/stock:5432'],
  ['a port that the Service has', 'orders:6000', 'shop/orders:5432'],
  ['the port that leads to the number', 'orders:8080', 'shop/orders:15432'],
  ['another port than none', 'shop/orders:70000', 'shop/orders:5432'],
  ['an example for what names nothing', '5432', 'shop/orders:5432'],
  ['an example for what no Service is called', 'Shop/Orders_1', 'shop/orders:5432'],
  ['an example for a path', 'a/shop/orders:5432', 'shop/orders:5432'],
  ['an example for what is not text', { service: 'orders' }, 'shop/orders:5432'],
])('means %s', (_sentence, value, expected) => {
  expect(meant(value).value).toBe(expected);
});

test('means the first port of the protocol, where the Service has no port of the number', () => {
  expect(meant('shop/orders', '6000')).toEqual({ value: 'shop/orders:15432', isCertain: false });
  expect(meant('shop/orders', '6000', 'UDP')).toEqual({ value: 'shop/orders:53', isCertain: true });
});

test('means the port of the entry, where the Service has none of the protocol', () => {
  const headless = networkOf([{ apiVersion: 'v1', kind: 'Service', metadata: { name: 'orders', namespace: 'shop' }, spec: {} }]);
  expect(meantValue({ key: '0600', value: 'shop/orders', protocol: Protocol.TCP }, headless)).toEqual({ value: 'shop/orders:600', isCertain: false });
});

test.each([
  ['namespace, Service and port are written', 'shop/stock: 5432', true],
  ['one Service has the name, and the port', 'orders:postgres', true],
  ['one Service has the name, and the port that clients connect to', 'ledger', true],
  ['no Service has the name', 'stock:5432', false],
  ['nothing is known of the ports', 'shop/stock', false],
  ['several Services have the name', 'twin:5432', false],
  ['it names nothing', '5432', false],
])('is certain or not, where %s', (_sentence, value, expected) => {
  expect(meant(value).isCertain).toBe(expected);
});
