import * as l4 from '../../src';
import { refusal, synthesize } from '../manifest';

const selector = l4.PodSelector.labels({ app: 'raft' });

const serviceWith = (props: Partial<l4.HeadlessServiceProps>) => synthesize((chart) => new l4.HeadlessService(chart, 'members', { selector, ...props }));
const refusalOf = (props: Partial<l4.HeadlessServiceProps>) => refusal((chart) => new l4.HeadlessService(chart, 'members', { selector, ...props }));

test('clusterIP None, and no port is needed', () => {
  expect(serviceWith({})).toMatchSnapshot();
});

test('a named port gets an SRV record', () => {
  expect(serviceWith({ ports: [{ name: 'peer', servicePort: 2380 }] })).toMatchSnapshot();
});

test('publishNotReadyAddresses lets members find each other early', () => {
  expect(serviceWith({ publishNotReadyAddresses: true })).toMatchSnapshot();
});

test('both families are required', () => {
  expect(serviceWith({ ipFamilyPolicy: l4.IpFamilyPolicy.REQUIRE_DUAL_STACK })).toMatchSnapshot();
});

test('an empty list of ports is no ports', () => {
  expect(serviceWith({ ports: [] }).yaml).toEqual(serviceWith({}).yaml);
});

test('refused: a port that is none', () => {
  expect(refusalOf({ ports: [{ servicePort: 0 }] })).toMatchSnapshot();
});

test('refused: no label', () => {
  expect(refusalOf({ selector: l4.PodSelector.labels({}) })).toMatchSnapshot();
});
