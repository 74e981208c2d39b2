import { App, Chart, Testing } from 'cdk8s';
import * as l4 from '../src';

const loaded = jest.fn();
jest.mock('../src/checks/all', () => {
  loaded();
  return jest.requireActual('../src/checks/all');
});

test('the checks are loaded when an app is synthesized, and no earlier', () => {
  const chart = new Chart(new App(), 'shop');
  new l4.ClusterIpService(chart, 'orders', { selector: l4.PodSelector.labels({ app: 'orders' }), ports: [{ servicePort: 5432 }] });
  expect(loaded).not.toHaveBeenCalled();
  Testing.synth(chart);
  expect(loaded).toHaveBeenCalled();
});
