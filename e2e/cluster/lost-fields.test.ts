import { lostFields } from './lost-fields';

const service = { spec: { selector: { app: 'orders' }, ports: [{ port: 80 }] } };

test('what a server adds is no loss', () => {
  expect(lostFields(service, { spec: { ...service.spec, ports: [{ port: 80, protocol: 'TCP' }], type: 'ClusterIP' } })).toEqual([]);
});

test('what means nothing, or the same, is no loss', () => {
  expect(lostFields({ minReadySeconds: 0, selector: null, memory: '1024Mi' }, { memory: '1Gi' })).toEqual([]);
});

test('a field that is gone is a loss', () => {
  expect(lostFields({ spec: { ...service.spec, topologyKeys: ['*'] } }, service)).toEqual(['spec.topologyKeys: 1 elements became 0']);
});

test('another value is a loss', () => {
  expect(lostFields(service, { spec: { selector: {}, ports: [{ port: 81 }] } })).toEqual([
    'spec.selector.app: "orders" became undefined',
    'spec.ports[0].port: 80 became 81',
  ]);
});
