import { Duration } from 'cdk8s';
import { manifestWith, refusalWith, settingsOf } from './service';
import * as l4 from '../../src';

const { azure } = l4.LoadBalancer;
const dualStack = { ipFamilyPolicy: l4.IpFamilyPolicy.PREFER_DUAL_STACK };
const oldest = { kubernetesVersion: l4.KubernetesVersion.V1_17 };

describe('a fixed address in a subnet of the virtual network', () => {
  const internal = azure({ internal: true, subnet: 'testingvm-subnet', addresses: ['192.168.8.100'] });

  test('for Kubernetes 1.19 it is loadBalancerIP', () => {
    expect(manifestWith(internal, { kubernetesVersion: l4.KubernetesVersion.V1_19 })).toMatchSnapshot();
  });

  test('for Kubernetes 1.31 it is an annotation', () => {
    expect(manifestWith(internal, { kubernetesVersion: l4.KubernetesVersion.V1_31 })).toMatchSnapshot();
  });
});

describe('a public address that exists already', () => {
  test('for Kubernetes 1.19 it is loadBalancerIP', () => {
    expect(manifestWith(azure({ addresses: ['52.232.113.129'] }), { kubernetesVersion: l4.KubernetesVersion.V1_19 })).toMatchSnapshot();
  });

  test('for Kubernetes 1.31 it is an annotation', () => {
    expect(manifestWith(azure({ addresses: ['52.232.113.129'] }), { kubernetesVersion: l4.KubernetesVersion.V1_31 })).toMatchSnapshot();
  });

  test('loadBalancerIP is used up to the version that deprecates it', () => {
    const ipOf = (version: string) => (settingsOf(azure({ addresses: ['52.232.113.129'] }), { kubernetesVersion: l4.KubernetesVersion.of(version) }));
    expect(ipOf('1.23')).toHaveProperty('loadBalancerIP', '52.232.113.129');
    expect(ipOf('1.24')).not.toHaveProperty('loadBalancerIP');
  });

  test('by the names of its public IPs, in a resource group of their own', () => {
    expect(manifestWith(azure({ publicIpName: 'edge', publicIpNameIpv6: 'edge-v6', resourceGroup: 'network' }), dualStack)).toMatchSnapshot();
  });

  test('an IPv6 address is named in its own annotation', () => {
    expect(manifestWith(azure({ addresses: ['2603:1020::8', '52.232.113.129'] }), dualStack)).toMatchSnapshot();
  });
});

test('without settings the Service is as it was', () => {
  expect(settingsOf(azure())).toEqual({});
});

test('the annotations of the user stay', () => {
  expect(settingsOf(azure({ internal: true }), { metadata: { annotations: { team: 'edge' } } })).toEqual({
    annotations: { 'service.beta.kubernetes.io/azure-load-balancer-internal': 'true', 'team': 'edge' },
  });
});

test('idleTimeout is rendered in minutes', () => {
  expect(settingsOf(azure({ idleTimeout: Duration.hours(1) }))).toEqual({
    annotations: { 'service.beta.kubernetes.io/azure-load-balancer-tcp-idle-timeout': '60' },
  });
});

describe('is refused', () => {
  test('an address that is no address', () => {
    expect(refusalWith(azure({ internal: true, addresses: ['backends'] }))).toMatchSnapshot();
  });

  test('two addresses of one family', () => {
    expect(refusalWith(azure({ internal: true, addresses: ['192.168.8.100', '192.168.8.101'] }))).toMatchSnapshot();
  });

  test('an address twice', () => {
    expect(refusalWith(azure({ internal: true, addresses: ['fd00:8::100', 'FD00:8:0::100'] }), {
      ipFamilies: [l4.IpFamily.IPV6],
    })).toMatchSnapshot();
  });

  test('an address that only the node itself reaches', () => {
    expect(refusalWith(azure({ addresses: ['127.0.0.1'] }))).toMatchSnapshot();
  });

  test('two families for a Service of one', () => {
    expect(refusalWith(azure({ addresses: ['52.232.113.129', '2603:1020::8'] }))).toMatchSnapshot();
  });

  test('two families on a target whose load balancers have one', () => {
    expect(refusalWith(azure({ addresses: ['52.232.113.129', '2603:1020::8'] }), {
      ...dualStack, kubernetesVersion: l4.KubernetesVersion.V1_23,
    })).toMatchSnapshot();
  });

  test('two families on a target that has no Services of two', () => {
    expect(refusalWith(azure({ addresses: ['52.232.113.129', '2603:1020::8'] }), oldest)).toMatchSnapshot();
  });

  test('an IPv6 address for a Service of IPv4', () => {
    expect(refusalWith(azure({ addresses: ['2603:1020::8'] }), { ipFamilies: [l4.IpFamily.IPV4] })).toMatchSnapshot();
  });

  test('a private address for a public load balancer', () => {
    expect(refusalWith(azure({ addresses: ['192.168.8.100'] }))).toMatchSnapshot();
  });

  test('a subnet for a public load balancer', () => {
    expect(refusalWith(azure({ subnet: 'backends' }))).toMatchSnapshot();
  });

  test('an empty subnet', () => {
    expect(refusalWith(azure({ internal: true, subnet: '' }))).toMatchSnapshot();
  });

  test('a subnet with its path', () => {
    expect(refusalWith(azure({ internal: true, subnet: 'vnet/backends' }))).toMatchSnapshot();
  });

  test('a public IP for an internal load balancer', () => {
    expect(refusalWith(azure({ internal: true, publicIpName: 'edge', resourceGroup: 'network' }))).toMatchSnapshot();
  });

  test('an address beside a named public IP', () => {
    expect(refusalWith(azure({ publicIpName: 'edge', addresses: ['52.232.113.129'] }))).toMatchSnapshot();
  });

  test('an IPv6 public IP for a Service of one family', () => {
    expect(refusalWith(azure({ publicIpName: 'edge', publicIpNameIpv6: 'edge-v6' }))).toMatchSnapshot();
  });

  test('an idle timeout below 4 minutes', () => {
    expect(refusalWith(azure({ idleTimeout: Duration.seconds(90) }))).toMatchSnapshot();
  });

  test('an idle timeout that was too long for old targets', () => {
    expect(refusalWith(azure({ idleTimeout: Duration.minutes(60) }), oldest)).toMatchSnapshot();
  });

  test('a number as idle timeout', () => {
    expect(refusalWith(azure({ idleTimeout: 10 as unknown as Duration }))).toMatchSnapshot();
  });

  test('an address that is no list', () => {
    expect(refusalWith(azure({ internal: true, addresses: '192.168.8.100' as unknown as string[] }))).toMatchSnapshot();
  });

  test('text instead of true', () => {
    expect(refusalWith(azure({ internal: 'true' as unknown as boolean }))).toMatchSnapshot();
  });

  test('no options at all', () => {
    expect(refusalWith(azure(null as unknown as l4.AzureLoadBalancerOptions))).toMatchSnapshot();
  });

  test('a class with which Azure leaves the Service alone', () => {
    expect(refusalWith(azure({ internal: true }), { loadBalancerClass: 'example.com/other' })).toMatchSnapshot();
  });

  test('everything that is wrong, in one message', () => {
    expect(refusalWith(azure({ subnet: ' backends', addresses: ['10.0.0.256', 'fd00:8::1'], idleTimeout: Duration.hours(2) }), {
      ports: [{ servicePort: 0 }],
    })).toMatchSnapshot();
  });
});
