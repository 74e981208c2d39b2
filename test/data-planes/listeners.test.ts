import { smallHaproxy } from './haproxy/small-controller';
import { configMap, smallController } from './ingress-nginx/small-controller';
import { listenersIn } from '../../src/data-planes/listeners';
import type { KubeObject } from '../../src/kube/kube-object';

const named = (objects: KubeObject[]) => listenersIn(objects).map(({ dataPlane, listenPort, backend }) => `${dataPlane} ${listenPort} ${backend.namespace}`);

test('what listens is called by the data plane that reads it', () => {
  const nginx = smallController({ args: ['--tcp-services-configmap=edge/tcp'], others: [configMap('tcp', { 5432: 'shop/orders:5432' })] });
  const haproxy = smallHaproxy({ args: ['--configmap-tcp-services=edge/haproxy-tcp'], others: [configMap('haproxy-tcp', { 5433: 'bank/accounts:5432' })] });
  expect(named([...nginx, ...haproxy])).toEqual(['haproxy 5433 bank', 'ingress-nginx 5432 shop']);
});

test('two controllers may share one list', () => {
  const both = [...smallController({ args: ['--tcp-services-configmap=edge/tcp'] }), ...smallHaproxy({ args: ['--configmap-tcp-services=edge/tcp'] })];
  expect(named([...both, configMap('tcp', { 5432: 'shop/orders:5432:PROXY' })])).toEqual(['haproxy 5432 shop', 'ingress-nginx 5432 shop']);
});
