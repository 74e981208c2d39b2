import { App, Chart } from 'cdk8s';
import * as l4 from '../../src';

const loaded = jest.fn();
jest.mock('cdk8s-plus-27', () => {
  loaded();
  return jest.requireActual('cdk8s-plus-27');
});

test('cdk8s-plus is loaded when the first set is made, and no earlier', () => {
  const chart = new Chart(new App(), 'shop');
  new l4.ClusterIpService(chart, 'orders', { selector: l4.PodSelector.labels({ app: 'orders' }), ports: [{ servicePort: 5432 }] });
  expect(loaded).not.toHaveBeenCalled();
  new l4.TcpStatefulSet(chart, 'orders-db', { image: 'postgres:16', ports: [{ name: 'sql', targetPort: 5432 }] });
  expect(loaded).toHaveBeenCalled();
});
