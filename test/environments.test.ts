import { Chart } from 'cdk8s';
import { quietly, synthesizeApp } from './manifest';
import * as l4 from '../src';

/** One app for two clusters, a chart for each: what clashes in one cluster is right in two. */
test('charts for two clusters may repeat names, node ports, cluster addresses and controllers', () => {
  const { objects } = quietly(() => synthesizeApp((app) => ['staging', 'production'].forEach((environment) => {
    const chart = new Chart(app, environment, { namespace: environment });
    const orders = new l4.TcpStatefulSet(chart, 'orders', { image: 'postgres:16', ports: [{ name: 'sql', targetPort: 5432 }] });
    const service = new l4.NodePortService(chart, 'orders-clients', {
      selector: l4.PodSelector.workload(orders),
      ports: [{ servicePort: 5432, nodePort: 30032 }],
      clusterIp: '10.96.0.50',
    });
    new l4.MultiPortTcpIngress(chart, 'edge', {
      dataPlane: new l4.IngressNginx(chart, 'nginx'),
      forwards: [{ listenPort: 5432, backend: l4.Backend.service(service) }],
    });
  })));
  expect(objects.filter(({ kind, metadata }) => kind === 'Service' && metadata.name === 'orders-clients')).toHaveLength(2);
});

test('in one chart the same is refused', () => {
  const build = () => quietly(() => synthesizeApp((app) => {
    const chart = new Chart(app, 'production');
    ['orders', 'users'].forEach((id) => new l4.NodePortService(chart, id, {
      selector: l4.PodSelector.labels({ app: id }),
      ports: [{ servicePort: 5432, nodePort: 30032 }],
    }));
  }));
  expect(build).toThrow('Service default/users has nodePort 30032');
});
