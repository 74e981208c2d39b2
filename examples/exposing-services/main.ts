import { App, Chart, Duration } from 'cdk8s';
import {
  ClusterIpService, ExternalEndpointService, ExternalTarget, HeadlessService, LoadBalancer, LoadBalancerService, NodePortService, PodSelector,
  SessionAffinity, TrafficPolicy,
} from 'cdk8s-l4';
import { Deployment } from 'cdk8s-plus-27';

const app = new App();
const chart = new Chart(app, 'exposing-services', { namespace: 'echo' });

/** The web application: the version that most clients get, and the one that is being tried. */
function httpecho(track: string, image: string, replicas: number): Deployment {
  return new Deployment(chart, `httpecho-${track}`, {
    metadata: { name: `httpecho-${track}` },
    podMetadata: { labels: { app: 'httpecho', track } },
    replicas,
    // The image runs as root and writes to its own file system; cdk8s-plus forbids both unless told otherwise.
    securityContext: { ensureNonRoot: false },
    containers: [{
      name: 'httpecho',
      image,
      ports: [{ number: 5000 }],
      resources: {},
      securityContext: { ensureNonRoot: false, readOnlyRootFilesystem: false },
    }],
  });
}

const stable = httpecho('stable', 'tkubica/httpecho', 2);
const canary = httpecho('canary', 'tkubica/httpecho:next', 1);

const selector = PodSelector.labels({ app: 'httpecho', track: 'stable' });
const ports = [{ servicePort: 80, targetPort: 5000 }];

// Inside the cluster
new ClusterIpService(chart, 'internal', { selector, ports });
new ClusterIpService(chart, 'with-canary', { selector: PodSelector.workloads(stable, canary), ports });
new ClusterIpService(chart, 'sticky', { selector, ports, sessionAffinity: SessionAffinity.clientIp({ timeout: Duration.hours(1) }) });
new HeadlessService(chart, 'discovery', { selector, ports });

// On every node
new NodePortService(chart, 'node-port', { selector, ports });
new NodePortService(chart, 'node-port-local', { selector, ports, externalTrafficPolicy: TrafficPolicy.LOCAL });

// Behind a load balancer
new LoadBalancerService(chart, 'public', { selector, ports });
new LoadBalancerService(chart, 'public-client-ip', { selector, ports, externalTrafficPolicy: TrafficPolicy.LOCAL });
new LoadBalancerService(chart, 'public-static', { selector, ports, loadBalancer: LoadBalancer.azure({ addresses: ['52.232.113.129'] }) });
new LoadBalancerService(chart, 'private', {
  selector,
  ports,
  loadBalancer: LoadBalancer.azure({ internal: true, subnet: 'testingvm-subnet', addresses: ['192.168.8.100'] }),
});

// Outside the cluster, under a name inside it
new ExternalEndpointService(chart, 'my-vm', {
  target: ExternalTarget.endpoints([{ ip: '192.168.8.4' }]),
  ports: [{ servicePort: 80 }],
});
new ExternalEndpointService(chart, 'ext-api', { target: ExternalTarget.hostName('api.ipify.org') });

app.synth();
