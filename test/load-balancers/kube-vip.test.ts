import { manifestWith, refusalWith, settingsOf } from './service';
import * as l4 from '../../src';

const { kubeVip } = l4.LoadBalancer;

test('a fixed address that one node holds for several Services', () => {
  expect(manifestWith(kubeVip({ addresses: ['192.168.0.220'], leaseName: 'edge' }))).toMatchSnapshot();
});

test('for Kubernetes 1.23 one address is loadBalancerIP', () => {
  expect(settingsOf(kubeVip({ addresses: ['192.168.0.220'] }), { kubernetesVersion: l4.KubernetesVersion.V1_23 })).toEqual({ loadBalancerIP: '192.168.0.220' });
});

test('0.0.0.0 asks a DHCP server', () => {
  expect(settingsOf(kubeVip({ addresses: ['0.0.0.0'] }))).toEqual({ annotations: { 'kube-vip.io/loadbalancerIPs': '0.0.0.0' } });
});

describe('is refused', () => {
  test('a lease that cannot exist', () => {
    expect(refusalWith(kubeVip({ leaseName: 'Edge VIP' }))).toMatchSnapshot();
  });

  test('an empty lease', () => {
    expect(refusalWith(kubeVip({ leaseName: '' }))).toMatchSnapshot();
  });

  test('both families for a Service of one', () => {
    expect(refusalWith(kubeVip({ addresses: ['192.168.0.220', 'fd00::220'] }))).toMatchSnapshot();
  });

  test('a multicast address', () => {
    expect(refusalWith(kubeVip({ addresses: ['239.1.1.1'] }))).toMatchSnapshot();
  });
});
