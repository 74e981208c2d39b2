import * as fc from 'fast-check';

/** Text of about so many characters. */
function about(length: number, characters = 'ab1'): fc.Arbitrary<string> {
  return fc.integer({ min: length - 1, max: length + 1 }).map((count) => characters[0] + characters[1].repeat(count - 2) + characters[2]);
}

function dotted(length: number): fc.Arbitrary<string> {
  return fc.integer({ min: length - 1, max: length + 1 }).map((count) => `a${'.abcdefgh'.repeat(32).slice(0, count - 2)}z`);
}

const ODD = ['', 'A', '1', '12', '1a', 'a1', 'a-', '-a', '-', 'a.b', 'a_b', 'a--b', 'é', 'a b', ' a', 'a\n', 'aB', 'a/b', '0', 'a,b'];
const odd = fc.constantFrom(...ODD);
const short = fc.string({ maxLength: 4 });

/** For fields that are text, numbers of JavaScript included, as they come from plain JavaScript. */
const wrongType = fc.constantFrom<unknown>(1, true);

export const dnsLabels = fc.oneof(about(63), about(63, 'a-b'), odd, short);

export const portNames = fc.oneof(about(15), about(15, 'a-b'), about(15, '1ab'), fc.constantFrom('a'.repeat(15), '1'.repeat(15), 'http', '80', '8-0'), odd, short);

export const setNames = fc.oneof(about(52), about(54), about(63), odd);

export const dnsNames = fc.oneof(
  dotted(253), about(63).map((label) => `${label}.example.com`), odd,
  fc.constantFrom('a..b', '.a', 'a.', 'a..', 'A.com', 'a_b.com', '1.2.3.4', '1.2.3.4.', '::1', 'a.-b.c', 'a-.b', 'localhost', '*.a.com', 'db.example.com.', 'xn--bcher-kva.example', '1.2', 'a.1'),
);

export const labelValues = fc.oneof(about(63), about(63, 'A_z'), odd, short, wrongType);

export const qualifiedNames = fc.oneof(
  about(63), about(63).map((name) => `example.com/${name}`), dotted(253).map((prefix) => `${prefix}/a`), odd, short,
  fc.constantFrom('a/b', 'a/b/c', '/a', 'a/', 'A.example.com/b', 'a.b/C_d.e', 'a/_b', 'a b/c', 'a..b/c', '-a/b', 'kubernetes.io/h2c'),
);

export const annotations = fc.oneof(
  qualifiedNames.map((key) => ({ [key]: 'x' })),
  fc.constantFrom('', ' ', '\n', 'é', '"{}"', 1, true).map((value) => ({ 'example.com/a': value })),
  // 256 KiB of keys and values
  fc.record({ size: fc.constantFrom(262143, 262144, 262145), letter: fc.constantFrom('x', 'é') }).map(({ size, letter }) => (
    { 'example.com/a': letter.repeat((size - 13 - 2) / Buffer.byteLength(letter)).padEnd(1), 'b': 'y'.repeat(1 + ((size - 13 - 2) % Buffer.byteLength(letter))) }
  )),
);

export const labels = fc.oneof(qualifiedNames.map((key) => ({ [key]: 'x' })), labelValues.map((value) => ({ 'example.com/a': value })));

export const ports = fc.constantFrom<unknown>(-1, 0, 1, 2, 65535, 65536, 1.5, 2 ** 31, 2 ** 32 + 80, 10250, '80', 'http', true);

export const nodePorts = fc.constantFrom<unknown>(-1, 0, 1, 29999, 30000, 30001, 32766, 32767, 32768, 65535, 65536, 31000.5, '30000');

export const protocols = fc.constantFrom<unknown>('TCP', 'UDP', 'SCTP', 'tcp', 'HTTP', '', 6);

export const seconds = fc.constantFrom(0, 0.5, 1, 2, 1.5, 86399, 86400, 86401, 2 ** 31);

export const replicas = fc.constantFrom<unknown>(-1, 0, 1, 1.5, 2 ** 31 - 1, 2 ** 31, '3');

export const addresses = fc.oneof(
  fc.constantFrom(
    '10.96.0.10', '10.96.0.010', '010.96.0.10', '10.96.0.256', '10.96.0', '10.96.0.1.1', '10.96', '174063626', '0x0a.96.0.10', '10.96.0.10 ', ' 10.96.0.10',
    '10.96.0.10/32', '10.96.0.10:80', '10.96.0.10.', '::ffff:10.96.0.10', '::ffff:a60:a', '::FFFF:10.96.0.10', '0:0:0:0:0:ffff:a60:a', 'fd00::a%eth0', 'fd00::a', 'FD00::A',
    'fd00:0:0:0:0:0:0:a', 'fd00::0a', 'fd00::000a', 'fd00::0000a', 'fd00:::a', 'fd00::a::', '[fd00::a]', 'fd00::10.96.0.10', '::10.96.0.10', '64:ff9b::1.2.3.4', '2001:db8::1',
    '', 'None', 'none', 'db.example.com', '-1.2.3.4', '1.2.3.-4', '10.96.0.1e1', '٣.1.1.1',
  ),
  fc.constantFrom(
    '0.0.0.0', '0.1.2.3', '127.0.0.1', '127.255.255.254', '128.0.0.1', '169.253.255.255', '169.254.0.1', '169.255.0.1', '223.255.255.255', '224.0.0.1', '224.0.0.255',
    '224.0.1.0', '239.255.255.255', '240.0.0.1', '255.255.255.254', '255.255.255.255', '100.64.0.1', '192.0.2.1', '198.18.0.1',
    '::', '::1', '::2', 'fe80::1', 'fe7f::1', 'febf::1', 'fec0::1', 'ff01::1', 'ff02::1', 'ff05::1', 'ff0e::1', 'fc00::1', '2002::1', '100::1',
  ),
  fc.ipV4(), fc.ipV6(),
);

const block = fc.oneof(
  fc.tuple(fc.ipV4(), fc.integer({ min: 0, max: 33 })), fc.tuple(fc.ipV6(), fc.integer({ min: 0, max: 129 })),
).map(([address, length]) => `${address}/${length}`);

export const blocks = fc.oneof(block, fc.constantFrom(
  '10.0.0.0/8', '10.0.0.1/8', '10.0.0.0/0', '0.0.0.0/0', '::/0', '10.0.0.0/08', '10.0.0.0/+8', '10.0.0.0/-1', '10.0.0.0/32', '10.0.0.0/33', '10.0.0.0', '010.0.0.0/8',
  '::ffff:10.0.0.0/104', '::ffff:10.0.0.0/96', '::ffff:10.0.0.0/128', 'fd00::/128', 'fd00::/129', 'fd00::1/64', 'FD00::/8', 'fd00:0::/32', ' 10.0.0.0/8', '10.0.0.0/8 ',
  '10.0.0.0/8/8', '10/8', 'fe80::1%eth0/128', '/8', '', '10.0.0.0/', '10.0.0.0/255.0.0.0', '0.0.0.0/32', '127.0.0.0/8', '224.0.0.0/4',
));

/** How many there are of something that lists hold. */
export const counts = fc.constantFrom(0, 1, 2, 99, 100, 101, 250, 1000, 1001);

export const zones = fc.oneof(labelValues.map((name) => [name]), fc.integer({ min: 0, max: 10 }).map((count) => Array.from({ length: count }, (_, index) => `zone-${index}`)), fc.constant(['a', 'a']));

export const nodeNames = fc.oneof(dnsNames.map((name) => [name]), fc.integer({ min: 0, max: 10 }).map((count) => Array.from({ length: count }, (_, index) => `node-${index}`)), fc.constant(['a', 'a']));

export const classes = qualifiedNames;

export const families = fc.constantFrom<unknown>([], ['IPv4'], ['IPv6'], ['IPv4', 'IPv6'], ['IPv6', 'IPv4'], ['IPv4', 'IPv4'], ['IPv4', 'IPv6', 'IPv4'], ['ipv4'], [''], 'IPv4');

export const familyPolicies = fc.constantFrom<unknown>('SingleStack', 'PreferDualStack', 'RequireDualStack', 'singleStack', '');

export const trafficPolicies = fc.constantFrom<unknown>('Cluster', 'Local', 'local', '');

export const images = fc.constantFrom<unknown>('', ' ', 'a', 'a b', ' a', 'a ', 'A:b', 1);

export const flags = fc.constantFrom<unknown>(true, false, 'true', 1);

export const envNames = fc.oneof(
  fc.constantFrom('PGDATA', 'pg.data', 'pg-data', '_', '1A', '9', '-a', '.a', 'a', '..', '.', '..a', 'A B', 'A=B', 'é', '', 'A\t', 'A#B', 'a'.repeat(300)),
  short,
);

export const commands = fc.constantFrom<unknown>([], [''], ['a', 'b'], ['a b'], 'a', [1], [true]);
