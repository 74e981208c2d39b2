import { manifestWith, refusalWith, settingsOf } from './service';
import * as l4 from '../../src';

const { gke } = l4.LoadBalancer;
const V1_31 = { kubernetesVersion: l4.KubernetesVersion.V1_31 };
const dualStack = { ...V1_31, ipFamilyPolicy: l4.IpFamilyPolicy.PREFER_DUAL_STACK };

test('without settings the Service is as it was', () => {
  expect(settingsOf(gke())).toEqual({});
});

test('an internal address by its number, in a named subnet, for clients of every region', () => {
  expect(manifestWith(gke({ internal: true, subnet: 'backends', address: '10.8.0.100', globalAccess: true }))).toMatchSnapshot();
});

test('an internal address by its name', () => {
  expect(manifestWith(gke({ internal: true, addressNames: ['orders'] }), V1_31)).toMatchSnapshot();
});

test('public addresses of both families by name need a backend service', () => {
  expect(manifestWith(gke({ addressNames: ['edge', 'edge-ipv6'], subnet: 'public-ipv6' }), dualStack)).toMatchSnapshot();
});

test('a public address by its number', () => {
  expect(manifestWith(gke({ address: '203.0.113.7' }))).toMatchSnapshot();
});

test('the class that says the same is no contradiction', () => {
  const loadBalancerClass = 'networking.gke.io/l4-regional-internal';
  expect(settingsOf(gke({ internal: true }), { loadBalancerClass })).toEqual({
    annotations: { 'networking.gke.io/load-balancer-type': 'Internal' },
    loadBalancerClass,
  });
});

describe('is refused', () => {
  test('the number of an address as its name', () => {
    expect(refusalWith(gke({ addressNames: ['203.0.113.7'] }), V1_31)).toMatchSnapshot();
  });

  test('a name that no resource can have', () => {
    expect(refusalWith(gke({ addressNames: ['projects/p/regions/r/addresses/edge'] }), V1_31)).toMatchSnapshot();
  });

  test('names on a target that does not read them', () => {
    expect(refusalWith(gke({ addressNames: ['edge'] }), { kubernetesVersion: l4.KubernetesVersion.V1_28 })).toMatchSnapshot();
  });

  test('a name beside a number', () => {
    expect(refusalWith(gke({ addressNames: ['edge'], address: '203.0.113.7' }), V1_31)).toMatchSnapshot();
  });

  test('two names for a Service of one family', () => {
    expect(refusalWith(gke({ addressNames: ['edge', 'edge-ipv6'] }), V1_31)).toMatchSnapshot();
  });

  test('three names', () => {
    expect(refusalWith(gke({ addressNames: ['a', 'b', 'c'] }), dualStack)).toMatchSnapshot();
  });

  test('a static IPv6 address by its number', () => {
    expect(refusalWith(gke({ address: '2600:1900::1' }))).toMatchSnapshot();
  });

  test('an IPv4 address for a Service of IPv6', () => {
    expect(refusalWith(gke({ address: '203.0.113.7' }), { ipFamilies: [l4.IpFamily.IPV6] })).toMatchSnapshot();
  });

  test('a private address for a public load balancer', () => {
    expect(refusalWith(gke({ address: '10.8.0.100' }))).toMatchSnapshot();
  });

  test('a subnet for a public load balancer without IPv6', () => {
    expect(refusalWith(gke({ subnet: 'backends' }))).toMatchSnapshot();
  });

  test('a subnet for a public load balancer on a target that does not read it', () => {
    expect(refusalWith(gke({ subnet: 'public-ipv6' }), { ipFamilies: [l4.IpFamily.IPV6] })).toMatchSnapshot();
  });

  test('an empty subnet', () => {
    expect(refusalWith(gke({ internal: true, subnet: '' }))).toMatchSnapshot();
  });

  test('global access to a public load balancer', () => {
    expect(refusalWith(gke({ globalAccess: true }))).toMatchSnapshot();
  });

  test('the class of a public load balancer for an internal one', () => {
    expect(refusalWith(gke({ internal: true }), { loadBalancerClass: 'networking.gke.io/l4-regional-external' })).toMatchSnapshot();
  });
});
