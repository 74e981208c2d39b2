import { manifestWith, refusalWith, settingsOf } from './service';
import * as l4 from '../../src';

const { aws } = l4.LoadBalancer;
const V1_21 = { kubernetesVersion: l4.KubernetesVersion.V1_21 };
const subnets = ['subnet-0a1b2c3d', 'private-b'];
const dns = [{ servicePort: 53 }, { servicePort: 53, protocol: l4.Protocol.UDP }];

test('an internal load balancer is the default, taken by its class', () => {
  expect(manifestWith(aws())).toMatchSnapshot();
});

test('for Kubernetes 1.21 it is taken by an annotation', () => {
  expect(manifestWith(aws(), V1_21)).toMatchSnapshot();
});

test('a Service that was made with the annotation keeps it', () => {
  expect(settingsOf(aws({ typeAnnotation: true }))).toEqual(settingsOf(aws(), V1_21));
});

test('EKS Auto Mode takes it by a class of its own', () => {
  expect(settingsOf(aws({ loadBalancerClass: 'eks.amazonaws.com/nlb' }))).toHaveProperty('loadBalancerClass', 'eks.amazonaws.com/nlb');
});

test('a class that the Service names, too, is no contradiction', () => {
  expect(settingsOf(aws(), { loadBalancerClass: 'service.k8s.aws/nlb' })).toEqual(settingsOf(aws()));
});

test('fixed private addresses, one in each subnet', () => {
  expect(manifestWith(aws({ subnets, addresses: ['10.0.1.15', '10.0.2.15'] }))).toMatchSnapshot();
});

test('an IPv6 address makes the load balancer dual-stack, whatever the Service is', () => {
  expect(manifestWith(aws({ subnets: ['subnet-0a1b2c3d'], addresses: ['2600:1f13:837:8501::1', '10.0.1.15'] }))).toMatchSnapshot();
});

test('a public load balancer with Elastic IP addresses, straight to the Pods, with the client address in a header', () => {
  expect(manifestWith(aws({
    internal: false,
    name: 'edge',
    subnets,
    elasticIpAllocations: ['eipalloc-0123456789abcdef0', 'eipalloc-0123456789abcdef1'],
    targetType: l4.AwsTargetType.IP,
    proxyProtocol: true,
  }), { allocateLoadBalancerNodePorts: false })).toMatchSnapshot();
});

test('TCP and UDP on one number share a listener', () => {
  expect(settingsOf(aws(), { ports: dns })).toHaveProperty(['annotations', 'service.beta.kubernetes.io/aws-load-balancer-enable-tcp-udp-listener'], 'true');
});

test('dualStack: false is said, too', () => {
  expect(settingsOf(aws({ dualStack: false }))).toHaveProperty(['annotations', 'service.beta.kubernetes.io/aws-load-balancer-ip-address-type'], 'ipv4');
});

describe('is refused', () => {
  test('another number of addresses than subnets', () => {
    expect(refusalWith(aws({ subnets, addresses: ['10.0.1.15'] }))).toMatchSnapshot();
  });

  test('another number of Elastic IP addresses than subnets', () => {
    expect(refusalWith(aws({ internal: false, subnets: ['a'], elasticIpAllocations: ['eipalloc-01', 'eipalloc-02'] }))).toMatchSnapshot();
  });

  test('a wrong address is counted neither way', () => {
    expect(refusalWith(aws({ subnets, addresses: ['10.0.1.15', '10.0.2.256'] }))).toMatchSnapshot();
  });

  test('Elastic IP addresses for an internal load balancer', () => {
    expect(refusalWith(aws({ elasticIpAllocations: ['eipalloc-0123456789abcdef0'] }))).toMatchSnapshot();
  });

  test('private addresses for a public load balancer', () => {
    expect(refusalWith(aws({ internal: false, addresses: ['10.0.1.15'] }))).toMatchSnapshot();
  });

  test('an IPv6 address without dual stack', () => {
    expect(refusalWith(aws({ dualStack: false, addresses: ['2600:1f13:837:8501::1'] }))).toMatchSnapshot();
  });

  test('an Elastic IP address by its number', () => {
    expect(refusalWith(aws({ internal: false, elasticIpAllocations: ['198.51.100.7'] }))).toMatchSnapshot();
  });

  test('two subnets in one text', () => {
    expect(refusalWith(aws({ subnets: ['private-a, private-b'] }))).toMatchSnapshot();
  });

  test('an empty subnet', () => {
    expect(refusalWith(aws({ subnets: [''] }))).toMatchSnapshot();
  });

  test('a subnet twice', () => {
    expect(refusalWith(aws({ subnets: ['private-a', 'private-a'] }))).toMatchSnapshot();
  });

  test('a name of more than 32 characters', () => {
    expect(refusalWith(aws({ name: 'the-payments-team-production-edge-load-balancer' }))).toMatchSnapshot();
  });

  test('a name that AWS keeps for itself', () => {
    expect(refusalWith(aws({ name: 'internal-edge' }))).toMatchSnapshot();
  });

  test('a name with other characters', () => {
    expect(refusalWith(aws({ name: 'edge_eu.west' }))).toMatchSnapshot();
  });

  test('node ports that nobody allocates', () => {
    expect(refusalWith(aws(), { allocateLoadBalancerNodePorts: false })).toMatchSnapshot();
  });

  test('another class on the Service', () => {
    expect(refusalWith(aws(), { loadBalancerClass: 'eks.amazonaws.com/nlb' })).toMatchSnapshot();
  });

  test('a class on a target that has none', () => {
    expect(refusalWith(aws({ loadBalancerClass: 'eks.amazonaws.com/nlb' }), V1_21)).toMatchSnapshot();
  });

  test('a class beside the annotation', () => {
    expect(refusalWith(aws({ loadBalancerClass: 'eks.amazonaws.com/nlb', typeAnnotation: true }))).toMatchSnapshot();
  });

  test('an unknown target type', () => {
    expect(refusalWith(aws({ targetType: 'pod' as l4.AwsTargetType }))).toMatchSnapshot();
  });

  test('a number as name', () => {
    expect(refusalWith(aws({ name: 7 as unknown as string }))).toMatchSnapshot();
  });
});
