import * as l4 from '../../src';
import { refusal } from '../manifest';

const selector = l4.PodSelector.labels({ app: 'httpecho' });
const ports = [{ servicePort: 80 }];

/** What plain JavaScript, or YAML read into props, may hand in where TypeScript would object. */
const clusterIp = (props: unknown) => refusal((chart) => new l4.ClusterIpService(chart, 'httpecho', props as l4.ClusterIpServiceProps));
const loadBalancer = (props: object) => refusal((chart) => new l4.LoadBalancerService(chart, 'httpecho', { selector, ports, ...props } as l4.LoadBalancerServiceProps));
const nodePort = (props: object) => refusal((chart) => new l4.NodePortService(chart, 'httpecho', { selector, ports, ...props } as l4.NodePortServiceProps));

test('no props at all', () => {
  expect(clusterIp(undefined)).toMatchSnapshot();
});

test('empty props', () => {
  expect(clusterIp({})).toMatchSnapshot();
});

test('a selector of bare labels', () => {
  expect(clusterIp({ selector: { app: 'httpecho' }, ports })).toMatchSnapshot();
});

test('a selector of text', () => {
  expect(clusterIp({ selector: 'app=httpecho', ports })).toMatchSnapshot();
});

test('ports that are one port', () => {
  expect(clusterIp({ selector, ports: { servicePort: 80 } })).toMatchSnapshot();
});

test('ports that are null', () => {
  expect(clusterIp({ selector, ports: null })).toMatchSnapshot();
});

test('a port that is a number', () => {
  expect(clusterIp({ selector, ports: [80] })).toMatchSnapshot();
});

test('a port that is nothing', () => {
  expect(clusterIp({ selector, ports: [undefined] })).toMatchSnapshot();
});

test('a servicePort of text', () => {
  expect(clusterIp({ selector, ports: [{ servicePort: '80' }] })).toMatchSnapshot();
});

test('a port without servicePort', () => {
  expect(clusterIp({ selector, ports: [{ targetPort: 5000 }] })).toMatchSnapshot();
});

test('a named port where a number is wanted', () => {
  expect(clusterIp({ selector, ports: [{ servicePort: 80, targetPort: 'http' }] })).toMatchSnapshot();
});

test('a number where a port name is wanted', () => {
  expect(clusterIp({ selector, ports: [{ servicePort: 80, targetPortName: 5000, name: 80, appProtocol: 1 }] })).toMatchSnapshot();
});

test('a protocol in lower case', () => {
  expect(clusterIp({ selector, ports: [{ servicePort: 53, protocol: 'udp' }] })).toMatchSnapshot();
});

test('enums and booleans as text', () => {
  expect(clusterIp({ selector, ports, ipFamilies: ['ipv4'], ipFamilyPolicy: 'RequireDual', internalTrafficPolicy: 'local', publishNotReadyAddresses: 'no' })).toMatchSnapshot();
});

test('ipFamilies that are one family', () => {
  expect(clusterIp({ selector, ports, ipFamilies: 'IPv6' })).toMatchSnapshot();
});

test('a clusterIp that is a number', () => {
  expect(clusterIp({ selector, ports, clusterIp: 10 })).toMatchSnapshot();
});

test('a session affinity of text', () => {
  expect(clusterIp({ selector, ports, sessionAffinity: 'ClientIP' })).toMatchSnapshot();
});

test('an affinity timeout without a unit', () => {
  expect(clusterIp({ selector, ports, sessionAffinity: l4.SessionAffinity.clientIp({ timeout: 600 as never }) })).toMatchSnapshot();
});

test('a version of text', () => {
  expect(clusterIp({ selector, ports, kubernetesVersion: '1.31' })).toMatchSnapshot();
});

test('metadata of wrong types', () => {
  expect(clusterIp({ selector, ports, metadata: { name: 5, namespace: 7, labels: 'web', annotations: { owner: true } } })).toMatchSnapshot();
});

test('metadata that is text', () => {
  expect(clusterIp({ selector, ports, metadata: 'echo' })).toMatchSnapshot();
});

test('source ranges that are one range', () => {
  expect(loadBalancer({ sourceRanges: '10.0.0.0/8' })).toMatchSnapshot();
});

test('a source range that is a number', () => {
  expect(loadBalancer({ sourceRanges: [10] })).toMatchSnapshot();
});

test('settings of a load balancer that are bare', () => {
  expect(loadBalancer({ loadBalancer: { internal: true } })).toMatchSnapshot();
});

test('wrong types for the rest of a load balancer', () => {
  expect(loadBalancer({ loadBalancerClass: 7, allocateLoadBalancerNodePorts: 'false', externalTrafficPolicy: 'local' })).toMatchSnapshot();
});

test('a load balancer with settings and without ports', () => {
  expect(loadBalancer({ ports: undefined, loadBalancer: l4.LoadBalancer.address('192.0.2.1') })).toMatchSnapshot();
});

test('a node port of text and a range that is none', () => {
  expect(nodePort({ ports: [{ servicePort: 80, nodePort: '30080' }], nodePortRange: '30000-32767' })).toMatchSnapshot();
});

test('an external name that is missing', () => {
  expect(refusal((chart) => new l4.ExternalNameService(chart, 'ext-api', {} as l4.ExternalNameServiceProps))).toMatchSnapshot();
});

test('a headless Service without props', () => {
  expect(refusal((chart) => new l4.HeadlessService(chart, 'members', undefined as never))).toMatchSnapshot();
});
