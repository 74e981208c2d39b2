import { App, Chart } from 'cdk8s';
import * as l4 from '../../src';
import { parseManifest } from '../../src/kube/manifest';

const loaded: string[] = [];
jest.mock('ipaddr.js', () => {
  loaded.push('ipaddr.js');
  return jest.requireActual('ipaddr.js');
});
jest.mock('yaml', () => {
  loaded.push('yaml');
  return jest.requireActual('yaml');
});

test('the packages that come with this one are loaded when something needs them, and no earlier', () => {
  const chart = new Chart(new App(), 'shop');
  const [selector, ports] = [l4.PodSelector.labels({ app: 'orders' }), [{ servicePort: 5432 }]];
  new l4.ClusterIpService(chart, 'orders', { selector, ports });
  expect(loaded).toEqual([]);
  new l4.ClusterIpService(chart, 'orders-fixed', { selector, ports, clusterIp: '10.96.0.15' });
  expect(loaded).toEqual(['ipaddr.js']);
  parseManifest('', 'empty.yaml');
  expect(loaded).toEqual(['ipaddr.js', 'yaml']);
});
