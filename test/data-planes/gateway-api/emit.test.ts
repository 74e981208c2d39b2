import { gatewayApi, gatewayApiAdapter } from '../../../src/data-planes/gateway-api/adapter';
import { GatewayImplementation } from '../../../src/data-planes/gateway-api/gateway-implementation';
import type { KubeObject } from '../../../src/kube/kube-object';
import type { Forward } from '../../../src/model/forward';
import { Rejection } from '../../../src/problems/rejection';
import { Protocol } from '../../../src/values/protocol';

const forward: Forward = {
  listenPort: 5432, protocol: Protocol.TCP, backend: { namespace: 'infra', name: 'orders', servicePort: 5432 }, acceptProxyProtocol: false, sendProxyProtocol: false,
};
const gateway = (name: string, ...listeners: object[]): KubeObject =>
  ({ apiVersion: 'gateway.networking.k8s.io/v1', kind: 'Gateway', metadata: { name, namespace: 'infra' }, spec: { gatewayClassName: 'eg', listeners } });
const names = (objects: readonly KubeObject[]) => objects.map(({ kind, metadata }) => `${kind} ${metadata.namespace}/${metadata.name}`);

/** Why it was not written. */
function refused(write: () => unknown): string {
  try {
    write();
  } catch (error) {
    if (error instanceof Rejection) return error.fault.fact;
    throw error;
  }
  throw new Error('it was written');
}

test('a listener that is there is used, and the rest of the Gateway stays', () => {
  const shared = gateway('edge', { name: 'web', port: 80, protocol: 'HTTP' }, { name: 'postgres', port: 5432, protocol: 'TCP' });
  const [written, route] = gatewayApi.emit([shared], [forward]);
  expect(written).toBe(shared);
  expect(route.spec).toMatchObject({ parentRefs: [{ name: 'edge', sectionName: 'postgres' }] });
});

test('the name of a new listener is one that is free', () => {
  const [written] = gatewayApi.emit([gateway('edge', { name: 'tcp-5432', port: 1, protocol: 'TCP' })], [forward]);
  expect(written.spec).toMatchObject({ listeners: [{ name: 'tcp-5432', port: 1 }, { name: 'tcp-5432-2', port: 5432 }] });
});

test('the Gateway that is meant is named where there are several, or none', () => {
  const named = (name: string) => gatewayApiAdapter({ implementation: GatewayImplementation.ENVOY_GATEWAY, gateway: { namespace: 'infra', name } });
  expect(names(named('b').emit([gateway('a'), gateway('b')], [forward]))).toEqual(['Gateway infra/a', 'Gateway infra/b', 'TCPRoute infra/b-tcp-5432']);
  expect(names(named('c').emit([], [forward]))).toEqual(['ListenerSet infra/c-listeners', 'TCPRoute infra/c-tcp-5432']);
});

describe('not written', () => {
  const other = { ...forward, backend: { ...forward.backend, name: 'bills' } };

  test.each<[string, KubeObject[], Forward]>([
    ['without a Gateway', [], forward],
    ['where several Gateways could be meant', [gateway('a'), gateway('b')], forward],
    ['beside another route', gatewayApi.emit([gateway('edge')], [forward]), other],
    ['with other PROXY headers than those that are there', gatewayApi.emit([gateway('edge')], [forward]), { ...forward, acceptProxyProtocol: true }],
    ['on the port of an HTTP listener', [gateway('edge', { name: 'web', port: 5432, protocol: 'HTTP' })], forward],
    ['to a port that has a name only', [gateway('edge')], { ...forward, backend: { ...forward.backend, servicePort: 'postgres' } }],
  ])('%s', (_case, objects, wanted) => {
    expect(refused(() => gatewayApi.emit(objects, [wanted]))).toMatchSnapshot();
  });
});
