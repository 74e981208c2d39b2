import { manifestWith, refusalWith, settingsOf } from './service';
import * as l4 from '../../src';

const { cilium } = l4.LoadBalancer;

test('fixed addresses, shared with Services of other namespaces', () => {
  expect(manifestWith(cilium({
    addresses: ['20.0.10.100', '20.0.10.200'],
    sharingKey: 'edge',
    sharingNamespaces: ['dns', 'mail'],
  }))).toMatchSnapshot();
});

test('for Kubernetes 1.23 one address is loadBalancerIP', () => {
  expect(settingsOf(cilium({ addresses: ['20.0.10.100'] }), { kubernetesVersion: l4.KubernetesVersion.V1_23 })).toEqual({ loadBalancerIP: '20.0.10.100' });
});

test('all namespaces may share', () => {
  expect(settingsOf(cilium({ sharingKey: 'edge', sharingNamespaces: ['*'] }))).toMatchSnapshot();
});

test('its own classes are no contradiction', () => {
  expect(settingsOf(cilium(), { loadBalancerClass: 'io.cilium/l2-announcer' })).toEqual({ loadBalancerClass: 'io.cilium/l2-announcer' });
});

describe('is refused', () => {
  test('namespaces without a key', () => {
    expect(refusalWith(cilium({ sharingNamespaces: ['dns'] }))).toMatchSnapshot();
  });

  test('two namespaces in one text', () => {
    expect(refusalWith(cilium({ sharingKey: 'edge', sharingNamespaces: ['dns, mail'] }))).toMatchSnapshot();
  });

  test('an empty sharing key', () => {
    expect(refusalWith(cilium({ sharingKey: '' }))).toMatchSnapshot();
  });

  test('a class that Cilium leaves alone', () => {
    expect(refusalWith(cilium(), { loadBalancerClass: 'service.k8s.aws/nlb' })).toMatchSnapshot();
  });

  test('an address twice', () => {
    expect(refusalWith(cilium({ addresses: ['20.0.10.100', '20.0.10.100'] }))).toMatchSnapshot();
  });
});
