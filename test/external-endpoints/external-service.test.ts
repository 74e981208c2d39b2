import { Duration } from 'cdk8s';
import { mistake } from './legacy-db';
import { EndpointFormat, ExternalTarget, IpFamily, IpFamilyPolicy, KubernetesVersion, Protocol, SessionAffinity, TrafficPolicy } from '../../src';

const alias = ExternalTarget.hostName('api.ipify.org');

describe('ports', () => {
  test('no port', () => {
    expect(mistake({ ports: [] })).toMatchSnapshot();
  });

  test('no ports at all', () => {
    expect(mistake({ ports: undefined })).toContain('there is no port\n  at   ports\n');
  });

  test('a targetPortName', () => {
    expect(mistake({ ports: [{ servicePort: 5432, targetPortName: 'sql' }] })).toMatchSnapshot();
  });

  test('an appProtocol and SCTP for versions that lack them', () => {
    const ports = [{ servicePort: 5432, appProtocol: 'http', protocol: Protocol.SCTP }];
    expect(mistake({ kubernetesVersion: KubernetesVersion.V1_17, ports })).toMatchSnapshot();
  });

  test.each<[string, unknown]>([
    ['a number', 5432], ['a list of numbers', [5432]], ['text for numbers', [{ servicePort: '5432' }]], ['null', null], ['a list of null', [null]],
  ])('%s for the ports', (_, ports) => {
    expect(mistake({ ports: ports as any })).toMatch(/^ {2}at {3}ports/m);
  });
});

describe('a headless service', () => {
  test('settings of an address that it does not have', () => {
    expect(mistake({
      headless: true, clusterIp: '10.96.0.50', sessionAffinity: SessionAffinity.clientIp(), internalTrafficPolicy: TrafficPolicy.LOCAL,
    })).toMatchSnapshot();
  });

  test('asked for by clusterIp None', () => {
    expect(mistake({ clusterIp: 'None' })).toMatchSnapshot();
  });

  test('asked for with text', () => {
    expect(mistake({ headless: 'no' as any })).toContain('at   headless\n');
  });
});

describe('a host name', () => {
  test('an address', () => {
    expect(mistake({ target: ExternalTarget.hostName('203.0.113.7'), ports: undefined })).toMatchSnapshot();
  });

  test('a URL', () => {
    expect(mistake({ target: ExternalTarget.hostName('https://API.ipify.org:443/json'), ports: undefined })).toMatchSnapshot();
  });

  test('an address with a port', () => {
    expect(mistake({ target: ExternalTarget.hostName('203.0.113.7:5432'), ports: undefined })).toMatchSnapshot();
  });

  test('ports that nothing maps', () => {
    expect(mistake({ target: alias })).toMatchSnapshot();
  });

  test('settings that an alias does not have', () => {
    const message = mistake({
      target: alias,
      ports: undefined,
      headless: false,
      clusterIp: '10.96.0.50',
      sessionAffinity: SessionAffinity.clientIp({ timeout: Duration.minutes(1) }),
      internalTrafficPolicy: TrafficPolicy.CLUSTER,
      ipFamilies: [IpFamily.IPV4],
      ipFamilyPolicy: IpFamilyPolicy.SINGLE_STACK,
      format: EndpointFormat.ENDPOINTS,
    });
    expect(message.match(/^ {2}at {3}.*$/gm)).toEqual([
      '  at   headless', '  at   clusterIp', '  at   sessionAffinity', '  at   internalTrafficPolicy',
      '  at   ipFamilies', '  at   ipFamilyPolicy', '  at   format',
    ]);
  });

  test.each<[string, unknown]>([['nothing', undefined], ['a number', 5], ['null', null], ['an empty text', '']])('%s', (_, name) => {
    expect(mistake({ target: ExternalTarget.hostName(name as any), ports: undefined })).toMatch(/^ {2}at {3}target\.hostName$/m);
  });
});

describe('the target', () => {
  test('is missing', () => {
    expect(mistake({ target: undefined as any })).toMatchSnapshot();
  });

  test('is a list, not an ExternalTarget', () => {
    expect(mistake({ target: [{ ip: '10.20.0.15' }] as any })).toContain('at   target\n');
  });
});

test('everything wrong comes in one message', () => {
  expect(mistake({
    metadata: { name: '5' },
    endpoints: [{ ip: 'localhost' }, { ip: '127.0.0.1', ready: 1 as any }, { ip: '10.20.0.15', zone: 'a/b' }],
    ports: [{ servicePort: 0 }, { servicePort: 80, targetPortName: 'http' }],
    clusterIp: '10.96.0',
  })).toMatchSnapshot();
});
