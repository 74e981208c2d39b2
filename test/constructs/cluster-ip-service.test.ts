import { Duration } from 'cdk8s';
import * as l4 from '../../src';
import { refusal, synthesize } from '../manifest';

const selector = l4.PodSelector.labels({ app: 'httpecho' });
const ports = [{ servicePort: 80, targetPort: 5000 }];

const serviceWith = (props: Partial<l4.ClusterIpServiceProps>) => synthesize((chart) => new l4.ClusterIpService(chart, 'httpecho', { selector, ports, ...props }));
const refusalOf = (props: Partial<l4.ClusterIpServiceProps>) => refusal((chart) => new l4.ClusterIpService(chart, 'httpecho', { selector, ports, ...props }));

test('a selector and a port are all it takes', () => {
  expect(serviceWith({})).toMatchSnapshot();
});

test('sessionAffinity keeps a client with its Pod', () => {
  expect(serviceWith({ sessionAffinity: l4.SessionAffinity.clientIp({ timeout: Duration.minutes(10) }) })).toMatchSnapshot();
});

test('sessionAffinity without a timeout leaves the three hours to the API server', () => {
  expect(serviceWith({ sessionAffinity: l4.SessionAffinity.clientIp() })).toMatchSnapshot();
});

test('internalTrafficPolicy Local keeps connections on the node', () => {
  expect(serviceWith({ internalTrafficPolicy: l4.TrafficPolicy.LOCAL })).toMatchSnapshot();
});

test('clusterIp asks for a certain address', () => {
  expect(serviceWith({ clusterIp: '10.96.0.53' })).toMatchSnapshot();
});

test('two families are preferred, the first one first', () => {
  expect(serviceWith({ ipFamilies: [l4.IpFamily.IPV6, l4.IpFamily.IPV4] })).toMatchSnapshot();
});

test('both families can be required', () => {
  expect(serviceWith({ ipFamilyPolicy: l4.IpFamilyPolicy.REQUIRE_DUAL_STACK })).toMatchSnapshot();
});

test('a family alone stays alone', () => {
  expect(serviceWith({ ipFamilies: [l4.IpFamily.IPV6], clusterIp: 'FD00::0:10' })).toMatchSnapshot();
});

test('an empty list of families is no choice', () => {
  expect(serviceWith({ ipFamilies: [] }).yaml).toEqual(serviceWith({}).yaml);
});

test('several ports get a name each', () => {
  expect(serviceWith({ ports: [{ servicePort: 80, targetPort: 5000 }, { servicePort: 443, name: 'https' }] })).toMatchSnapshot();
});

test('one number can be a TCP and a UDP port', () => {
  expect(serviceWith({ ports: [{ servicePort: 53 }, { servicePort: 53, protocol: l4.Protocol.UDP }] })).toMatchSnapshot();
});

test('targetPortName is looked up in each Pod', () => {
  expect(serviceWith({ ports: [{ servicePort: 80, targetPortName: 'http' }] })).toMatchSnapshot();
});

test('appProtocol tells what is spoken on top', () => {
  expect(serviceWith({ ports: [{ servicePort: 80, targetPort: 5000, appProtocol: 'kubernetes.io/h2c' }] })).toMatchSnapshot();
});

test('a UDP port', () => {
  expect(serviceWith({ ports: [{ servicePort: 514, protocol: l4.Protocol.UDP }] })).toMatchSnapshot();
});

test('an SCTP port', () => {
  expect(serviceWith({ ports: [{ servicePort: 36412, name: 's1ap', protocol: l4.Protocol.SCTP }] })).toMatchSnapshot();
});

test('publishNotReadyAddresses lets members find each other early', () => {
  expect(serviceWith({ publishNotReadyAddresses: true })).toMatchSnapshot();
});

test('publishNotReadyAddresses false is what Kubernetes does anyway', () => {
  expect(serviceWith({ publishNotReadyAddresses: false }).yaml).toEqual(serviceWith({}).yaml);
});

test('everything wrong comes in one message', () => {
  expect(refusal((chart) => new l4.ClusterIpService(chart, 'HTTP_echo!', {
    selector: l4.PodSelector.labels({}),
    ports: [{ servicePort: 70000 }, { servicePort: 80, targetPortName: 'a-name-that-is-too-long' }, { servicePort: 80 }],
    clusterIp: '010.0.0.1',
    ipFamilies: [l4.IpFamily.IPV4, l4.IpFamily.IPV4],
  }))).toMatchSnapshot();
});

test('refused: no port', () => {
  expect(refusalOf({ ports: [] })).toMatchSnapshot();
});

test('refused: clusterIp None', () => {
  expect(refusalOf({ clusterIp: 'None' })).toMatchSnapshot();
});

test('refused: clusterIp of another family than the first', () => {
  expect(refusalOf({ clusterIp: '10.96.0.53', ipFamilies: [l4.IpFamily.IPV6, l4.IpFamily.IPV4] })).toMatchSnapshot();
});

test('refused: clusterIp that is a host name', () => {
  expect(refusalOf({ clusterIp: 'echo.example.com' })).toMatchSnapshot();
});

test('refused: clusterIp that is an IPv4 address in IPv6 clothes', () => {
  expect(refusalOf({ clusterIp: '::ffff:10.96.0.53' })).toMatchSnapshot();
});

test('refused: two families on a single stack', () => {
  expect(refusalOf({ ipFamilies: [l4.IpFamily.IPV4, l4.IpFamily.IPV6], ipFamilyPolicy: l4.IpFamilyPolicy.SINGLE_STACK })).toMatchSnapshot();
});

test('refused: a family twice', () => {
  expect(refusalOf({ ipFamilies: [l4.IpFamily.IPV6, l4.IpFamily.IPV6] })).toMatchSnapshot();
});

test('refused: an affinity of more than a day', () => {
  expect(refusalOf({ sessionAffinity: l4.SessionAffinity.clientIp({ timeout: Duration.days(2) }) })).toMatchSnapshot();
});

test('refused: an affinity of no time', () => {
  expect(refusalOf({ sessionAffinity: l4.SessionAffinity.clientIp({ timeout: Duration.seconds(0) }) })).toMatchSnapshot();
});

test('refused: an affinity of a part of a second', () => {
  expect(refusalOf({ sessionAffinity: l4.SessionAffinity.clientIp({ timeout: Duration.millis(1500) }) })).toMatchSnapshot();
});

test('refused: internalTrafficPolicy before Kubernetes 1.22', () => {
  expect(refusalOf({ internalTrafficPolicy: l4.TrafficPolicy.LOCAL, kubernetesVersion: l4.KubernetesVersion.V1_21 })).toMatchSnapshot();
});

test('refused: two families before Kubernetes 1.21', () => {
  const ipFamilies = [l4.IpFamily.IPV4, l4.IpFamily.IPV6];
  expect(refusalOf({ ipFamilies, kubernetesVersion: l4.KubernetesVersion.V1_20 })).toMatchSnapshot();
});

test('refused: a family policy before Kubernetes 1.21', () => {
  const ipFamilyPolicy = l4.IpFamilyPolicy.PREFER_DUAL_STACK;
  expect(refusalOf({ ipFamilyPolicy, kubernetesVersion: l4.KubernetesVersion.V1_19 })).toMatchSnapshot();
});
