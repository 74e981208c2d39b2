import { manifestWith, refusalWith, settingsOf } from './service';
import * as l4 from '../../src';

const { metalLb } = l4.LoadBalancer;
const shared = metalLb({ addresses: ['192.168.10.5'], sharingKey: 'edge' });
const V1_23 = { kubernetesVersion: l4.KubernetesVersion.V1_23 };

test('a fixed address of a pool, shared between Services', () => {
  expect(manifestWith(metalLb({ addresses: ['192.168.10.5'], addressPool: 'production', sharingKey: 'edge' }))).toMatchSnapshot();
});

test('for Kubernetes 1.23 one address is loadBalancerIP and never the annotation, too', () => {
  expect(manifestWith(shared, V1_23)).toMatchSnapshot();
});

test('two families are in one annotation, on every target', () => {
  const both = metalLb({ addresses: ['192.168.10.5', 'fd00:10::5'] });
  const dualStack = { ipFamilyPolicy: l4.IpFamilyPolicy.REQUIRE_DUAL_STACK };
  expect(manifestWith(both, dualStack)).toMatchSnapshot();
  expect(settingsOf(both, { ...dualStack, ...V1_23 })).toEqual({ annotations: { 'metallb.universe.tf/loadBalancerIPs': '192.168.10.5,fd00:10::5' } });
});

test('an old MetalLB reads the old prefix', () => {
  expect(settingsOf(metalLb({ legacyAnnotations: true, addressPool: 'production', sharingKey: 'edge', addresses: ['192.168.10.5'] }))).toMatchSnapshot();
});

test('any class may be the one that MetalLB was installed with', () => {
  expect(settingsOf(metalLb(), { loadBalancerClass: 'example.com/metallb' })).toEqual({ loadBalancerClass: 'example.com/metallb' });
});

describe('is refused', () => {
  test('two addresses of one family', () => {
    expect(refusalWith(metalLb({ addresses: ['192.168.10.5', '192.168.10.6'] }))).toMatchSnapshot();
  });

  test('one address for a Service that requires two families', () => {
    expect(refusalWith(shared, { ipFamilyPolicy: l4.IpFamilyPolicy.REQUIRE_DUAL_STACK })).toMatchSnapshot();
  });

  test('two families on a target that has no Services of two', () => {
    expect(refusalWith(metalLb({ addresses: ['192.168.10.5', 'fd00:10::5'] }), { kubernetesVersion: l4.KubernetesVersion.V1_20 })).toMatchSnapshot();
  });

  test('loadBalancerIP beside an annotation of the user', () => {
    expect(refusalWith(shared, { ...V1_23, metadata: { annotations: { 'metallb.io/loadBalancerIPs': '192.168.10.6' } } })).toMatchSnapshot();
  });

  test('an empty pool', () => {
    expect(refusalWith(metalLb({ addressPool: '' }))).toMatchSnapshot();
  });

  test('a pool that cannot exist', () => {
    expect(refusalWith(metalLb({ addressPool: 'Production_IPs' }))).toMatchSnapshot();
  });

  test('an empty sharing key', () => {
    expect(refusalWith(metalLb({ sharingKey: '' }))).toMatchSnapshot();
  });

  test('a sharing key with a blank that nobody sees', () => {
    expect(refusalWith(metalLb({ sharingKey: 'edge ' }))).toMatchSnapshot();
  });
});
