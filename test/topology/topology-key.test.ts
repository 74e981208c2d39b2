import * as l4 from '../../src';
import { refusal } from '../manifest';

const refused = (label: unknown): string => refusal(() => l4.TopologyKey.of(label as string));

test('each label stands for its constant', () => {
  const { HOSTNAME, ZONE, REGION, ANY } = l4.TopologyKey;
  expect([HOSTNAME, ZONE, REGION, ANY].map((key) => l4.TopologyKey.of(key.label))).toEqual([HOSTNAME, ZONE, REGION, ANY]);
});

test('a space behind the label', () => {
  expect(refused('kubernetes.io/hostname ')).toMatchSnapshot();
});

test('the zone label of older clusters', () => {
  expect(refused('failure-domain.beta.kubernetes.io/zone')).toMatchSnapshot();
});

test('the region label of older clusters', () => {
  expect(refused('failure-domain.beta.kubernetes.io/region')).toMatchSnapshot();
});

test('a label that endpoints do not carry', () => {
  expect(refused('example.com/rack')).toMatchSnapshot();
});

test('a word for a label', () => {
  expect(refused('node')).toMatchSnapshot();
});

test('no label', () => {
  expect(refused(undefined)).toMatchSnapshot();
});
