import * as l4 from '../../src';
import { refusal, synthesize } from '../manifest';

const selector = l4.PodSelector.labels({ app: 'httpecho' });
const ports = [{ servicePort: 80, targetPort: 5000 }];

const serviceWith = (props: Partial<l4.LoadBalancerServiceProps>) => synthesize((chart) => new l4.LoadBalancerService(chart, 'httpecho', { selector, ports, ...props }));
const refusalOf = (props: Partial<l4.LoadBalancerServiceProps>) => refusal((chart) => new l4.LoadBalancerService(chart, 'httpecho', { selector, ports, ...props }));

test('a selector and a port are all it takes', () => {
  expect(serviceWith({})).toMatchSnapshot();
});

test('externalTrafficPolicy Local keeps the address of the client', () => {
  expect(serviceWith({ externalTrafficPolicy: l4.TrafficPolicy.LOCAL })).toMatchSnapshot();
});

test('sourceRanges are the clients that may connect', () => {
  expect(serviceWith({ sourceRanges: ['198.51.100.0/24', '2001:DB8::/32'] })).toMatchSnapshot();
});

test('loadBalancerClass names the implementation', () => {
  expect(serviceWith({ loadBalancerClass: 'service.k8s.aws/nlb' })).toMatchSnapshot();
});

test('no node ports for a load balancer that sends to Pods', () => {
  expect(serviceWith({ allocateLoadBalancerNodePorts: false })).toMatchSnapshot();
});

test('a fixed node port', () => {
  expect(serviceWith({ ports: [{ servicePort: 80, targetPort: 5000, nodePort: 30080 }] })).toMatchSnapshot();
});

test('TCP and UDP on one load balancer', () => {
  expect(serviceWith({ ports: [{ servicePort: 53 }, { servicePort: 53, protocol: l4.Protocol.UDP }] })).toMatchSnapshot();
});

test('the port of the kubelet since Kubernetes 1.33', () => {
  expect(serviceWith({ ports: [{ servicePort: 10250 }], kubernetesVersion: l4.KubernetesVersion.V1_33 })).toMatchSnapshot();
});

test('refused: no port', () => {
  expect(refusalOf({ ports: [] })).toMatchSnapshot();
});

test('refused: a source range without a prefix length', () => {
  expect(refusalOf({ sourceRanges: ['198.51.100.7'] })).toMatchSnapshot();
});

test('refused: a source range with bits behind its prefix', () => {
  expect(refusalOf({ sourceRanges: ['198.51.100.7/24'] })).toMatchSnapshot();
});

test('refused: a prefix longer than the address', () => {
  expect(refusalOf({ sourceRanges: ['198.51.100.0/33'] })).toMatchSnapshot();
});

test('refused: an empty list of source ranges, which would let everyone in', () => {
  expect(refusalOf({ sourceRanges: [] })).toMatchSnapshot();
});

test('refused: a class that is no qualified name', () => {
  expect(refusalOf({ loadBalancerClass: 'aws nlb' })).toMatchSnapshot();
});

test('refused: a class before Kubernetes 1.22', () => {
  expect(refusalOf({ loadBalancerClass: 'service.k8s.aws/nlb', kubernetesVersion: l4.KubernetesVersion.V1_20 })).toMatchSnapshot();
});

test('refused: a choice about node ports before Kubernetes 1.22', () => {
  expect(refusalOf({ allocateLoadBalancerNodePorts: false, kubernetesVersion: l4.KubernetesVersion.V1_21 })).toMatchSnapshot();
});

test('refused: two protocols before Kubernetes 1.24', () => {
  const mixed = [{ servicePort: 53 }, { servicePort: 53, protocol: l4.Protocol.UDP }];
  expect(refusalOf({ ports: mixed, kubernetesVersion: l4.KubernetesVersion.V1_23 })).toMatchSnapshot();
});

test('refused: the port of the kubelet before Kubernetes 1.33', () => {
  expect(refusalOf({ ports: [{ servicePort: 80 }, { servicePort: 10250 }] })).toMatchSnapshot();
});

test('refused: a node port outside the range', () => {
  expect(refusalOf({ ports: [{ servicePort: 80, nodePort: 80 }] })).toMatchSnapshot();
});
