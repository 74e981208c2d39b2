import { App, Chart } from 'cdk8s';
import {
  Backend, ClusterIpService, ExternalEndpointService, ExternalTarget, IngressNginx, IngressNginxController, IngressNginxProvider, KubernetesVersion,
  MultiPortTcpIngress, PodSelector, SessionAffinity, TcpStatefulSet,
} from 'cdk8s-l4';

const app = new App();
KubernetesVersion.of('1.33').useIn(app);
const chart = new Chart(app, 'shop', { namespace: 'shop' });

const database = new TcpStatefulSet(chart, 'orders-db', {
  image: 'postgres:16',
  ports: [{ name: 'sql', targetPort: 5432 }],
});

const orders = new ClusterIpService(chart, 'orders', {
  selector: PodSelector.workload(database),
  ports: [{ servicePort: 5432 }],
  clusterIp: '10.96.0.15',
  sessionAffinity: SessionAffinity.clientIp(),
});

new ExternalEndpointService(chart, 'legacy', {
  target: ExternalTarget.endpoints([{ ip: '10.20.0.15' }]),
  ports: [{ servicePort: 80 }],
});

new MultiPortTcpIngress(chart, 'edge', {
  dataPlane: new IngressNginx(chart, 'nginx', { controller: IngressNginxController.upstream(IngressNginxProvider.BAREMETAL) }),
  forwards: [{ listenPort: 5432, backend: Backend.service(orders) }],
});

app.synth();
