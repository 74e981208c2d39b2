import { Duration } from 'cdk8s';
import * as l4 from '../../src';
import { refusal, synthesize } from '../manifest';

const selector = l4.PodSelector.labels({ app: 'httpecho' });
const ports = [{ servicePort: 80, targetPort: 5000 }];

const serviceWith = (props: Partial<l4.NodePortServiceProps>) => synthesize((chart) => new l4.NodePortService(chart, 'httpecho', { selector, ports, ...props }));
const refusalOf = (props: Partial<l4.NodePortServiceProps>) => refusal((chart) => new l4.NodePortService(chart, 'httpecho', { selector, ports, ...props }));

test('the node port is allocated by the cluster', () => {
  expect(serviceWith({})).toMatchSnapshot();
});

test('the node port is fixed', () => {
  expect(serviceWith({ ports: [{ servicePort: 80, targetPort: 5000, nodePort: 30080 }] })).toMatchSnapshot();
});

test('externalTrafficPolicy Local keeps the address of the client', () => {
  expect(serviceWith({ externalTrafficPolicy: l4.TrafficPolicy.LOCAL })).toMatchSnapshot();
});

test('both traffic policies are independent since Kubernetes 1.24', () => {
  expect(serviceWith({
    internalTrafficPolicy: l4.TrafficPolicy.LOCAL,
    externalTrafficPolicy: l4.TrafficPolicy.CLUSTER,
    kubernetesVersion: l4.KubernetesVersion.V1_24,
  })).toMatchSnapshot();
});

test('all that a ClusterIP Service can do: affinity, address and families', () => {
  expect(serviceWith({
    sessionAffinity: l4.SessionAffinity.clientIp({ timeout: Duration.hours(1) }),
    clusterIp: 'fd00::80',
    ipFamilies: [l4.IpFamily.IPV6],
    publishNotReadyAddresses: true,
  })).toMatchSnapshot();
});

test('one node port serves TCP and UDP', () => {
  expect(serviceWith({
    ports: [{ servicePort: 53, nodePort: 30053 }, { servicePort: 53, nodePort: 30053, protocol: l4.Protocol.UDP }],
  })).toMatchSnapshot();
});

test('a cluster with another range takes other node ports', () => {
  const nodePortRange = { first: 8000, last: 9000 };
  expect(serviceWith({ ports: [{ servicePort: 80, nodePort: 8080 }], nodePortRange })).toMatchSnapshot();
});

test('refused: no port', () => {
  expect(refusalOf({ ports: [] })).toMatchSnapshot();
});

test('refused: a node port outside the range', () => {
  expect(refusalOf({ ports: [{ servicePort: 80, nodePort: 8080 }] })).toMatchSnapshot();
});

test('refused: a node port that is none', () => {
  expect(refusalOf({ ports: [{ servicePort: 80, nodePort: 70000 }] })).toMatchSnapshot();
});

test('refused: a node port for TCP and UDP on different ports', () => {
  expect(refusalOf({
    ports: [{ servicePort: 53, nodePort: 30053 }, { servicePort: 5353, nodePort: 30053, protocol: l4.Protocol.UDP }],
  })).toMatchSnapshot();
});

test('refused: a node port twice', () => {
  expect(refusalOf({ ports: [{ servicePort: 80, nodePort: 30080 }, { servicePort: 81, nodePort: 30080 }] })).toMatchSnapshot();
});

test('refused: a range that ends before it begins', () => {
  expect(refusalOf({ nodePortRange: { first: 32767, last: 30000 } })).toMatchSnapshot();
});

test('refused: a range of no ports', () => {
  expect(refusalOf({ nodePortRange: { first: 0, last: 65536 } })).toMatchSnapshot();
});

test('refused: internalTrafficPolicy Local where kube-proxy mixes it with the external one', () => {
  expect(refusalOf({ internalTrafficPolicy: l4.TrafficPolicy.LOCAL, kubernetesVersion: l4.KubernetesVersion.V1_23 })).toMatchSnapshot();
});
