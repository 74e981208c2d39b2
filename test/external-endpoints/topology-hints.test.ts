import { made, mistake } from './legacy-db';
import { EndpointFormat, KubernetesVersion, TrafficPolicy } from '../../src';

const format = EndpointFormat.ENDPOINT_SLICE;
const inZone = [{ ip: '10.20.0.15', servedZones: ['a'] }];

test('zones that only some endpoints serve', () => {
  expect(mistake({ format, endpoints: [...inZone, { ip: '10.20.0.16' }, { ip: '10.20.0.17' }] })).toMatchSnapshot();
});

test('nodes that only some endpoints serve', () => {
  const endpoints = [{ ip: '10.20.0.15', servedZones: ['a'] }, { ip: '10.20.0.16', servedZones: ['a'], servedNodes: ['node-1'] }];
  expect(mistake({ kubernetesVersion: KubernetesVersion.V1_34, endpoints })).toMatchSnapshot();
});

test('more than eight zones', () => {
  expect(mistake({ format, endpoints: [{ ip: '10.20.0.15', servedZones: [...'abcdefghi'] }] })).toMatchSnapshot();
});

test('no zone', () => {
  expect(mistake({ format, endpoints: [{ ip: '10.20.0.15', servedZones: [] }] })).toMatchSnapshot();
});

test('a zone that is named twice', () => {
  expect(mistake({ format, endpoints: [{ ip: '10.20.0.15', servedZones: ['a', 'b', 'a'] }] })).toMatchSnapshot();
});

test('zones for a version that has them switched off', () => {
  expect(mistake({ format, kubernetesVersion: KubernetesVersion.V1_23, endpoints: inZone })).toMatchSnapshot();
});

test('nodes for a version that has them switched off', () => {
  const endpoints = [{ ip: '10.20.0.15', servedNodes: ['node-1'] }];
  expect(mistake({ kubernetesVersion: KubernetesVersion.V1_33, endpoints })).toMatchSnapshot();
});

test('zones of a headless service', () => {
  expect(mistake({ format, headless: true, endpoints: inZone })).toMatchSnapshot();
});

test('zones beside traffic that stays on the node', () => {
  const endpoints = [{ ...inZone[0], nodeName: 'node-1' }];
  expect(mistake({ format, internalTrafficPolicy: TrafficPolicy.LOCAL, endpoints })).toMatchSnapshot();
});

test('traffic that stays on the node, and endpoints that are on none', () => {
  const endpoints = [{ ip: '10.20.0.15', nodeName: 'node-1' }, { ip: '10.20.0.16' }, { ip: '10.20.0.17' }];
  expect(mistake({ internalTrafficPolicy: TrafficPolicy.LOCAL, endpoints })).toMatchSnapshot();
});

test('eight zones are as many as there may be', () => {
  const [{ hints }] = made({ format, endpoints: [{ ip: '10.20.0.15', servedZones: [...'abcdefgh'] }] }).object('EndpointSlice').endpoints;
  expect(hints.forZones).toHaveLength(8);
});
