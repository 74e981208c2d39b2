import { refusalWith, settingsOf } from './service';
import * as l4 from '../../src';

const { address } = l4.LoadBalancer;

test('it is spec.loadBalancerIP on every version', () => {
  for (const kubernetesVersion of [l4.KubernetesVersion.V1_17, l4.KubernetesVersion.V1_36]) {
    expect(settingsOf(address('203.0.113.7'), { kubernetesVersion })).toEqual({ loadBalancerIP: '203.0.113.7' });
  }
});

test('an IPv6 address is written as Kubernetes writes it', () => {
  expect(settingsOf(address('2001:DB8:0:0::7'))).toEqual({ loadBalancerIP: '2001:db8::7' });
});

describe('is refused', () => {
  test('a host name', () => {
    expect(refusalWith(address('lb.example.com'))).toMatchSnapshot();
  });

  test('no address', () => {
    expect(refusalWith(address(undefined as unknown as string))).toMatchSnapshot();
  });

  test('an address with leading zeros', () => {
    expect(refusalWith(address('203.0.113.007'))).toMatchSnapshot();
  });

  test('an IPv6 address for a Service of IPv4', () => {
    expect(refusalWith(address('2001:db8::7'), { ipFamilies: [l4.IpFamily.IPV4] })).toMatchSnapshot();
  });

  test('the annotation of a provider beside it', () => {
    expect(refusalWith(address('203.0.113.7'), { metadata: { annotations: { 'lbipam.cilium.io/ips': '203.0.113.8' } } })).toMatchSnapshot();
  });

  test('settings that no factory made', () => {
    expect(refusalWith({ internal: true } as unknown as l4.LoadBalancer)).toMatchSnapshot();
  });
});
