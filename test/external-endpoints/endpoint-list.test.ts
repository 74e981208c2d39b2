import { made, mistake } from './legacy-db';
import { ExternalTarget } from '../../src';

describe('an endpoint must be an address that nodes can reach', () => {
  test('a host name', () => {
    expect(mistake({ endpoints: [{ ip: 'DB.example.com' }] })).toMatchSnapshot();
  });

  test('an address with a port', () => {
    expect(mistake({ endpoints: [{ ip: '[fd00:20::15]:5433' }] })).toMatchSnapshot();
  });

  test('an address with a prefix length', () => {
    expect(mistake({ endpoints: [{ ip: '10.20.0.15/32' }] })).toMatchSnapshot();
  });

  test('a loopback address', () => {
    expect(mistake({ endpoints: [{ ip: '127.0.0.1' }] })).toMatchSnapshot();
  });

  test('a link-local address', () => {
    expect(mistake({ endpoints: [{ ip: 'fe80::1' }] })).toMatchSnapshot();
  });

  test('an unspecified address', () => {
    expect(mistake({ endpoints: [{ ip: '0.0.0.0' }] })).toMatchSnapshot();
  });

  test('a multicast address', () => {
    expect(mistake({ endpoints: [{ ip: '239.1.2.3' }] })).toMatchSnapshot();
  });

  test('an IPv4-mapped address', () => {
    expect(mistake({ endpoints: [{ ip: '::ffff:10.20.0.15' }] })).toMatchSnapshot();
  });

  test('leading zeros', () => {
    expect(mistake({ endpoints: [{ ip: '010.020.000.015' }] })).toMatchSnapshot();
  });

  test('text that is nothing of the kind', () => {
    expect(mistake({ endpoints: [{ ip: '10.20.0.256' }] })).toMatchSnapshot();
  });
});

describe('the list of endpoints', () => {
  test('one address in two spellings', () => {
    expect(mistake({ endpoints: [{ ip: 'fd00:20::15' }, { ip: '10.20.0.15' }, { ip: 'FD00:0020::0015' }] })).toMatchSnapshot();
  });

  test('no endpoint', () => {
    expect(mistake({ endpoints: [] })).toMatchSnapshot();
  });

  test('names that are no names', () => {
    expect(mistake({ endpoints: [{ ip: '10.20.0.15', hostname: 'db.0', nodeName: 'Node_1', zone: '' }] })).toMatchSnapshot();
  });

  test('the address of the Service itself', () => {
    expect(mistake({ endpoints: [{ ip: 'fd00:10:96::0050' }], clusterIp: 'FD00:10:96::50' })).toMatchSnapshot();
  });

  test('the order typed is the order written', () => {
    const endpoints = ['10.20.0.9', '10.20.0.10', '10.20.0.1'].map((ip) => ({ ip }));
    expect(made({ endpoints }).object('Endpoints').subsets[0].addresses).toEqual(endpoints);
  });
});

describe('what plain JavaScript lets through', () => {
  test.each<[string, unknown]>([
    ['a number', 10],
    ['nothing', undefined],
    ['one object', { ip: '10.20.0.15' }],
  ])('%s for the list', (_, endpoints) => {
    expect(mistake({ target: ExternalTarget.endpoints(endpoints as any) })).toMatch(/^ {2}at {3}target\.endpoints$/m);
  });

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['text', '10.20.0.15'],
    ['an object of another shape', { address: '10.20.0.15' }],
    ['a number for ip', { ip: 10 }],
  ])('%s for an endpoint', (_, endpoint) => {
    expect(mistake({ endpoints: [endpoint as any] })).toMatch(/^ {2}at {3}target\.endpoints\[0\]\.ip$/m);
  });

  test('fields of other types', () => {
    const endpoint: any = { ip: '10.20.0.15', hostname: 5, nodeName: null, zone: {}, ready: 'false', servedZones: 'a', servedNodes: [null] };
    const message = mistake({ endpoints: [endpoint] });
    for (const field of ['hostname', 'nodeName', 'zone', 'ready', 'servedZones', 'servedNodes[0]']) {
      expect(message).toContain(`at   target.endpoints[0].${field}\n`);
    }
    expect(message).not.toMatch(/undefined|\[object/);
  });
});
