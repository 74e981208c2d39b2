import { App, Chart } from 'cdk8s';
import { Backend, ClusterIpService, GatewayApi, GatewayImplementation, MultiPortTcpIngress, PodSelector, TcpStatefulSet } from 'cdk8s-l4';

/** A service that answers every connection to its port with one line. */
function echoService(chart: Chart, targetPort: number, replicas: number): ClusterIpService {
  const name = `service-xyz-port-${targetPort}`;
  const pods = new TcpStatefulSet(chart, name, {
    image: 'alpine',
    ports: [{ name: 'echo', targetPort }],
    replicas,
    command: ['/bin/sh'],
    args: ['-c', `while true; do echo 'answer from port ${targetPort}' | nc -lp ${targetPort}; done`],
  });
  return new ClusterIpService(chart, `${name}-clients`, {
    metadata: { name },
    selector: PodSelector.workload(pods),
    ports: [{ servicePort: targetPort }],
  });
}

const app = new App();
const gateway = new Chart(app, 'gateway');
const services = new Chart(app, 'services');

const port10000 = echoService(services, 10000, 1);
const port20000 = echoService(services, 20000, 3);

new MultiPortTcpIngress(services, 'edge', {
  dataPlane: new GatewayApi(gateway, 'edge', { implementation: GatewayImplementation.ENVOY_GATEWAY }),
  forwards: [
    { listenPort: 10000, backend: Backend.service(port10000) },
    { listenPort: 20000, backend: Backend.service(port20000) },
  ],
});

app.synth();
