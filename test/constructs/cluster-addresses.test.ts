import { App, Chart, Testing } from 'cdk8s';
import * as l4 from '../../src';
import { refusal, synthesizeApp } from '../manifest';

const selector = l4.PodSelector.labels({ app: 'orders' });
const ports = [{ servicePort: 80 }];
const orders = (chart: Chart, clusterIp = '10.96.0.50') => new l4.ClusterIpService(chart, 'orders', { selector, ports, clusterIp });
const legacy = (chart: Chart, ...ips: string[]) =>
  new l4.ExternalEndpointService(chart, 'legacy', { target: l4.ExternalTarget.endpoints(ips.map((ip) => ({ ip }))), ports });

describe('an endpoint cannot be the cluster IP of another Service', () => {
  test('that was made before', () => {
    expect(refusal((chart) => [orders(chart), legacy(chart, '10.20.0.15', '10.96.0.50')])).toMatchSnapshot();
  });

  test('that is made afterwards', () => {
    expect(refusal((chart) => [legacy(chart, '10.96.0.50'), orders(chart)])).toContain('10.96.0.50 is the clusterIp of \'shop/orders\'');
  });

  test('in another spelling', () => {
    expect(refusal((chart) => [orders(chart, 'FD00:10:96::0050'), legacy(chart, 'fd00:010:96:0::50')])).toContain('fd00:10:96::50 is the clusterIp');
  });

  test('in another chart', () => {
    expect(() => synthesizeApp((app) => {
      legacy(new Chart(app, 'outside'), '10.96.0.50');
      orders(new Chart(app, 'inside'));
    })).toThrow('ExternalEndpointService \'outside/legacy\': 10.96.0.50 is the clusterIp of \'inside/orders\'');
  });

  test('that is exposed on nodes or by a load balancer', () => {
    expect(refusal((chart) => {
      new l4.NodePortService(chart, 'web', { selector, ports, clusterIp: '10.96.0.51' });
      new l4.LoadBalancerService(chart, 'api', { selector, ports, clusterIp: '10.96.0.52' });
      legacy(chart, '10.96.0.51', '10.96.0.52');
    })).toMatch(/'shop\/web'[^]*'shop\/api'/);
  });
});

test('the cluster IP of an external service counts too', () => {
  expect(refusal((chart) => {
    new l4.ExternalEndpointService(chart, 'first', { target: l4.ExternalTarget.endpoints([{ ip: '10.20.0.15' }]), ports, clusterIp: '10.96.0.50' });
    legacy(chart, '10.96.0.50');
  })).toContain('10.96.0.50 is the clusterIp of \'shop/first\'');
});

test('cluster IPs of another app are another cluster\'s', () => {
  orders(new Chart(new App(), 'one'));
  const chart = new Chart(new App(), 'two');
  legacy(chart, '10.96.0.50');
  expect(Testing.synth(chart)).toHaveLength(2);
});

test('headless Services have no address to be compared', () => {
  expect(synthesizeApp((app) => {
    const chart = new Chart(app, 'shop');
    new l4.HeadlessService(chart, 'members', { selector });
    legacy(chart, '10.20.0.15');
  }).objects).toHaveLength(3);
});

test('what is made between two syntheses is seen by the second', () => {
  const chart = new Chart(new App(), 'shop');
  legacy(chart, '10.96.0.50');
  expect(Testing.synth(chart)).toHaveLength(2);
  orders(chart);
  expect(() => Testing.synth(chart)).toThrow('10.96.0.50 is the clusterIp');
});
