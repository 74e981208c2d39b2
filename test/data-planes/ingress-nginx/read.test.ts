import { configMap, smallController } from './small-controller';
import { DATA_PLANES } from '../../../src/data-planes/all';
import { flagPort, flagValue } from '../../../src/data-planes/controller/flags';
import { read } from '../../../src/data-planes/ingress-nginx/read';
import type { KubeObject } from '../../../src/kube/kube-object';

const flag = '--tcp-services-configmap=$(POD_NAMESPACE)/tcp';
const udpFlag = '--udp-services-configmap=edge/udp';
const readEntries = (data: unknown, args = [flag], name = 'tcp') => read(smallController({ args, others: [configMap(name, data)] }))
  .map(({ listenPort, protocol, backend, acceptProxyProtocol, sendProxyProtocol }) =>
    [`${listenPort}/${protocol}`, `${backend.namespace}/${backend.name}:${JSON.stringify(backend.servicePort)}`, acceptProxyProtocol && 'accepts', sendProxyProtocol && 'sends'].filter(Boolean).join(' '));

describe('what a controller forwards', () => {
  test('is what its ConfigMap says, in the order of the ports', () => {
    expect(readEntries({ 9001: 'shop/orders:80', 53: 'kube-system/kube-dns:dns-tcp' })).toEqual(['53/TCP kube-system/kube-dns:"dns-tcp"', '9001/TCP shop/orders:80']);
  });

  test('has the PROXY protocol where the right word is in the right place', () => {
    expect(readEntries({
      9001: 'a/b:1:PROXY', 9002: 'a/b:1::proxy', 9003: 'a/b:1:Proxy:PROXY', 9004: 'a/b:1:PROXY:PROXY:', 9005: 'a/b:1:proxy-v2', 9006: 'a/b:1: PROXY',
    })).toEqual(['9001/TCP a/b:1 accepts', '9002/TCP a/b:1 sends', '9003/TCP a/b:1 accepts sends', '9004/TCP a/b:1 accepts', '9005/TCP a/b:1', '9006/TCP a/b:1']);
  });

  test('has no PROXY protocol over UDP', () => {
    expect(readEntries({ 53: 'a/b:1:PROXY:PROXY' }, [udpFlag], 'udp')).toEqual(['53/UDP a/b:1']);
  });

  test('is not what it skips', () => {
    expect(readEntries({ http: 'a/b:1', 9001: 'a/b', 9002: 'b:1', 9003: 'a/b/c:1', 80: 'a/b:1', 9004: 80, 9005: '' })).toEqual([]);
    expect(readEntries({ 9001: 'a/b:1', 80: 'a/b:1' }, [flag, '--http-port=9001'])).toEqual(['80/TCP a/b:1']);
  });

  test('is nothing without the flag, with a flag that names nothing or something else, or outside what it watches', () => {
    const data = { 9001: 'a/b:1', 9002: 'edge/b:1' };
    expect(readEntries(data, [])).toEqual([]);
    expect(readEntries(data, ['--tcp-services-configmap=tcp'])).toEqual([]);
    expect(readEntries(data, ['--tcp-services-configmap=other/tcp'])).toEqual([]);
    expect(readEntries(data, [flag, '--watch-namespace=other'])).toEqual([]);
    expect(readEntries(data, [flag, '--watch-namespace=edge'])).toEqual(['9002/TCP edge/b:1']);
  });

  test('is read for every controller there is', () => {
    const controller = (namespace: string) => smallController({
      namespace, args: [flag], others: [{ ...configMap('tcp', { 9001: `${namespace}/b:1` }), metadata: { name: 'tcp', namespace } }],
    });
    expect(read([...controller('two'), ...controller('one')]).map(({ backend }) => backend.namespace)).toEqual(['two', 'one']);
  });

  test('has a node port where the Service pins one', () => {
    const others = [configMap('tcp', { 9001: 'a/b:1' })];
    const ports = [{ name: 'http', port: 80, targetPort: 80 }, { name: 'x', port: 9001, nodePort: 30901 }];
    expect(read(smallController({ args: [flag], others, ports }))).toMatchObject([{ listenPort: 9001, nodePort: 30901 }]);
  });

  test('is nothing where there is no controller', () => {
    expect(read([])).toEqual([]);
    expect(read([configMap('tcp', { 9001: 'a/b:1' })] as KubeObject[])).toEqual([]);
  });
});

describe('a flag', () => {
  test('is one word or two', () => {
    expect(flagValue(['--name=a=b'], 'name')).toBe('a=b');
    expect(flagValue(['--name', 'a'], 'name')).toBe('a');
  });

  test('is the last of its name', () => {
    expect(flagValue(['--name=a', '--name', 'b', '--names=c'], 'name')).toBe('b');
  });

  test('is absent, empty, or without a value', () => {
    expect(flagValue(['-name=a', 'name'], 'name')).toBeUndefined();
    expect(flagValue(['--name='], 'name')).toBe('');
    expect(flagValue(['--name'], 'name')).toBeUndefined();
  });

  test('may say a port, with or without an address', () => {
    expect(flagPort(['--port=:8443'], 'port')).toBe(8443);
    expect(flagPort(['--port', '10254'], 'port')).toBe(10254);
    expect(flagPort(['--port='], 'port')).toBeUndefined();
    expect(flagPort(['--port=http'], 'port')).toBeUndefined();
  });
});

test('the data planes are sorted by name', () => {
  const names = DATA_PLANES.map(({ name }) => name);
  expect(names).toEqual([...names].sort());
});
