import { Rejection } from '../../src/problems/rejection';
import { parseCidr } from '../../src/values/cidr';
import { parseDnsLabel, parseDnsSubdomain, parseServiceName } from '../../src/values/dns-name';
import { parseFlag } from '../../src/values/flag';
import { parseEndpointAddress, parseIpAddress } from '../../src/values/ip-address';
import { parseLabelValue, parseQualifiedName } from '../../src/values/label';
import { parseList } from '../../src/values/list';
import { parsePort } from '../../src/values/port';
import { parsePortName } from '../../src/values/port-name';
import { parseStruct } from '../../src/values/struct';

type Parser = (value: never) => unknown;

interface Kind {
  readonly name: string;
  readonly parser: Parser;
  readonly accepted: readonly unknown[];
  readonly refused: readonly unknown[];
}

const KINDS: readonly Kind[] = [
  {
    name: 'a DNS label',
    parser: parseDnsLabel,
    accepted: ['a', '0', 'orders-db', '3scale', 'x'.repeat(63)],
    refused: ['', '-', '-a', 'a-', 'a.b', 'a_b', 'Orders', 'ä', 'a\n', 'x'.repeat(64)],
  },
  {
    name: 'a Service name',
    parser: parseServiceName,
    accepted: ['a', 'orders-db', 'a0', 'x'.repeat(63)],
    refused: ['', '3scale', '-a', 'a-', 'orders.db', 'x'.repeat(64)],
  },
  {
    name: 'a DNS name',
    parser: parseDnsSubdomain,
    accepted: ['a', 'api.ipify.org', '3scale.net', 'a.'.repeat(126) + 'b'],
    refused: ['', '.', 'a..b', 'a.', '_dmarc.example.com', 'a.-b', 'a.'.repeat(127) + 'b'],
  },
  {
    name: 'a port',
    parser: parsePort,
    accepted: [1, 80, 65535],
    refused: [0, -1, 65536, 80.5, NaN, Infinity, '80'],
  },
  {
    name: 'a container port name',
    parser: parsePortName,
    accepted: ['a', 'sql', '9p', 'grpc-health', 'x'.repeat(15)],
    refused: ['', '80', '-a', 'a-', 'a--b', 'SQL', 'a_b', 'x'.repeat(16)],
  },
  {
    name: 'a qualified name',
    parser: parseQualifiedName,
    accepted: ['app', 'A_b.c-d', 'example.com/app', 'kubernetes.io/h2c', 'x'.repeat(63), `${'a.'.repeat(126)}b/app`],
    refused: ['', '/', '/app', 'app/', 'a/b/c', 'Example.com/app', 'a b', '-a', 'a_', 'x'.repeat(64), `${'a.'.repeat(127)}b/app`],
  },
  {
    name: 'a label value',
    parser: parseLabelValue,
    accepted: ['', 'a', 'A_b.c-d', 'x'.repeat(63)],
    refused: ['-a', 'a-', 'a b', 'a/b', 'ä', 'x'.repeat(64), true],
  },
  {
    name: 'a CIDR block',
    parser: parseCidr,
    accepted: ['0.0.0.0/0', '10.0.0.0/8', '203.0.113.7/32', '::/0', 'fd00::/8', 'FD00::/8', 'fd00::1/128'],
    refused: ['', '10.0.0.0', '10.0.0.0/', '10.0.0.0/08', '10.0.0.0/33', 'fd00::/129', '10.0.0.1/8', 'fd00::1/8', '10.0.0.0/8/8', '010.0.0.0/8', ' 10.0.0.0/8', '10.0.0.0/-1'],
  },
  {
    name: 'an IP address',
    parser: parseIpAddress,
    accepted: ['10.20.0.15', '0.0.0.0', '255.255.255.255', '::', 'fd00:20::15', 'FD00::1'],
    refused: ['', '10.20.0', '10.20.0.256', '010.20.0.15', '::ffff:10.0.0.1', 'fe80::1%eth0', 'localhost', '0x7f.1', '10.20.0.15/32'],
  },
  {
    name: 'the address of an endpoint',
    parser: parseEndpointAddress,
    accepted: ['10.20.0.15', '203.0.113.7', 'fd00:20::15'],
    refused: ['127.0.0.1', '::1', '169.254.1.1', 'fe80::1', '0.0.0.0', '0.1.2.3', '::', '224.0.0.1', 'ff02::1', '255.255.255.255'],
  },
  { name: 'a boolean', parser: parseFlag, accepted: [true, false], refused: ['true', 'no', 0, 1] },
  { name: 'a list', parser: parseList, accepted: [[], ['a']], refused: ['a', {}, 5] },
  { name: 'a set of named fields', parser: parseStruct, accepted: [{}, { a: 1 }], refused: ['a', [], 5] },
];

const reads = (parser: Parser, value: unknown): boolean => {
  try {
    parser(value as never);
    return true;
  } catch (error) {
    if (error instanceof Rejection) return false;
    throw error;
  }
};

const faultOf = (parser: Parser, value: unknown) => {
  try {
    parser(value as never);
  } catch (error) {
    if (error instanceof Rejection) return error.fault;
    throw error;
  }
  throw new Error('it was accepted');
};

describe.each(KINDS)('$name', ({ parser, accepted, refused }) => {
  test('is accepted', () => {
    expect(accepted.filter((value) => !reads(parser, value))).toEqual([]);
  });

  test('is told from what is none', () => {
    expect(refused.filter((value) => reads(parser, value))).toEqual([]);
  });

  test('is asked for in the words of the problem, whatever was given', () => {
    const strange = [undefined, null, Symbol('x'), 5n, NaN, () => 'x', new Date(0), Object.create(null), ['x'], { toString: 5 }];
    for (const value of [...refused, ...strange].filter((candidate) => !reads(parser, candidate))) {
      const { fact, why, fix, see } = faultOf(parser, value);
      expect(fact).not.toMatch(/\bundefined\b|\bnull\b|\[object/);
      expect(fix).not.toMatch(/\bundefined\b|\bnull\b/);
      expect([why, fix].every((text) => text.length > 0)).toBe(true);
      expect(see).toMatch(/^https:\/\//);
    }
  });
});

test('addresses and blocks have one spelling', () => {
  expect(parseIpAddress('FD00:0:0::1')).toEqual({ text: 'fd00::1', family: 'IPv6' });
  expect(parseIpAddress('10.0.0.1')).toEqual({ text: '10.0.0.1', family: 'IPv4' });
  expect(parseCidr('FD00:0::/8')).toEqual({ text: 'fd00::/8', family: 'IPv6' });
});

describe('a fix names a value that is right', () => {
  test.each([
    ['a DNS label', parseDnsLabel, 'My Name!', 'my-name'],
    ['a Service name', parseServiceName, '3scale', 'svc-3scale'],
    ['a Service name', parseServiceName, 'orders.db', 'orders-db'],
    ['a Service name', parseServiceName, '???', 'my-service'],
    ['a DNS name', parseDnsSubdomain, 'https://API.ipify.org:443/v1', 'api.ipify.org'],
    ['a DNS name', parseDnsSubdomain, 'legacy_db.example.com', 'legacy-db.example.com'],
    ['a container port name', parsePortName, 'Postgres SQL', 'postgres-sql'],
    ['a container port name', parsePortName, '5432', 'port-5432'],
    ['a qualified name', parseQualifiedName, 'example.com/my team', 'example.com/my-team'],
    ['a label value', parseLabelValue, 'orders db!', 'orders-db'],
    ['a label value', parseLabelValue, true, 'true'],
  ] as ReadonlyArray<[string, Parser, unknown, string]>)('%s', (_name, parser, given, better) => {
    expect(faultOf(parser, given).fix).toContain(`"${better}"`);
    expect(reads(parser, better)).toBe(true);
  });
});

describe('refused', () => {
  test.each([
    ['a port as text', parsePort, '5432'],
    ['an address with leading zeros', parseIpAddress, '010.020.0.15'],
    ['a loopback endpoint', parseEndpointAddress, '127.0.0.1'],
    ['a multicast endpoint', parseEndpointAddress, '224.0.0.1'],
    ['the broadcast endpoint', parseEndpointAddress, '255.255.255.255'],
    ['an unspecified endpoint', parseEndpointAddress, '::'],
    ['an endpoint of this network', parseEndpointAddress, '0.1.2.3'],
    ['a link-local endpoint', parseEndpointAddress, 'fe80::1'],
    ['a block of host bits', parseCidr, 'fd00::1/8'],
    ['an address as a block', parseCidr, 'fd00::1'],
  ] as ReadonlyArray<[string, Parser, unknown]>)('%s', (_name, parser, value) => {
    const { fact, why, fix } = faultOf(parser, value);
    expect([fact, `why ${why}`, `fix ${fix}`].join('\n')).toMatchSnapshot();
  });
});
