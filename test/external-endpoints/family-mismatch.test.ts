import { made, mistake } from './legacy-db';
import { IpFamily, IpFamilyPolicy, KubernetesVersion } from '../../src';

const { IPV4, IPV6 } = IpFamily;
const v4 = { ip: '10.20.0.15' };
const v6 = { ip: 'fd00:20::15' };

describe('an address of one family leads to endpoints of that family only', () => {
  test('an endpoint that ipFamilies leave out', () => {
    expect(mistake({ endpoints: [v4, v6], ipFamilies: [IPV4] })).toMatchSnapshot();
  });

  test('a family in ipFamilies without an endpoint', () => {
    expect(mistake({ endpoints: [v4], ipFamilies: [IPV4, IPV6] })).toMatchSnapshot();
  });

  test('a dual-stack policy for endpoints of one family', () => {
    expect(mistake({ endpoints: [v6], ipFamilyPolicy: IpFamilyPolicy.PREFER_DUAL_STACK })).toMatchSnapshot();
  });

  test('SingleStack for endpoints of two families', () => {
    expect(mistake({ endpoints: [v4, v6], ipFamilyPolicy: IpFamilyPolicy.SINGLE_STACK })).toMatchSnapshot();
  });

  test('a clusterIp of the other family', () => {
    expect(mistake({ endpoints: [v6], clusterIp: '10.96.0.50' })).toMatchSnapshot();
  });

  test('a clusterIp that is not of the first family', () => {
    expect(mistake({ endpoints: [v4, v6], ipFamilies: [IPV6, IPV4], clusterIp: '10.96.0.50' })).toContain('at   clusterIp\n');
  });

  test('families that plain JavaScript made up', () => {
    expect(mistake({ endpoints: [v4], ipFamilies: 'IPv4' as any })).toContain('at   ipFamilies\n');
  });
});

describe('before Kubernetes 1.21 a Service cannot ask for a family', () => {
  const kubernetesVersion = KubernetesVersion.V1_20;

  test('endpoints of two families', () => {
    expect(mistake({ kubernetesVersion, endpoints: [v4, v6] })).toMatchSnapshot();
  });

  test('IPv6 endpoints behind an address that may be IPv4', () => {
    expect(mistake({ kubernetesVersion, endpoints: [v6] })).toMatchSnapshot();
  });

  test('an IPv6 clusterIp settles it', () => {
    const { spec } = made({ kubernetesVersion, endpoints: [v6], clusterIp: 'fd00:10:96::50' }).object('Service');
    expect(spec).toEqual({ clusterIP: 'fd00:10:96::50', ports: [{ port: 5432, protocol: 'TCP', targetPort: 5433 }] });
  });

  test('IPv4 endpoints say nothing of families', () => {
    expect(made({ kubernetesVersion }).object('Service').spec).not.toHaveProperty('ipFamilies');
  });

  test('a headless service has no address that could be of the wrong family', () => {
    expect(made({ kubernetesVersion, endpoints: [v4, v6], headless: true }).object('Service').spec).not.toHaveProperty('ipFamilies');
  });
});

test('a headless service may have fewer families of endpoints than it asks for', () => {
  expect(made({ endpoints: [v6], headless: true, ipFamilies: [IPV6, IPV4] }).object('Service').spec.ipFamilies).toEqual(['IPv6', 'IPv4']);
});

test('a policy before Kubernetes 1.21', () => {
  expect(mistake({ kubernetesVersion: KubernetesVersion.V1_20, ipFamilyPolicy: IpFamilyPolicy.SINGLE_STACK })).toContain('at   ipFamilyPolicy\n');
});
