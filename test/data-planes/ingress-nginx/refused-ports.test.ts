import { App, Chart } from 'cdk8s';
import { forwardThrough, orders, refusedThrough } from './forwarding';
import { configMap, service, smallController } from './small-controller';
import { optionsOf } from './upstream-of';
import * as l4 from '../../../src';
import { refusal, synthesize } from '../../manifest';

const { TCP, UDP, SCTP } = l4.Protocol;
const at = (listenPort: number, more: Partial<l4.ForwardOptions> = {}): l4.ForwardOptions => ({ listenPort, backend: orders, ...more });
const upstream = (provider?: l4.IngressNginxProvider) => ({ controller: l4.IngressNginxController.upstream(provider, optionsOf(provider)) });
const refusedUpstream = (forward: l4.ForwardOptions, provider?: l4.IngressNginxProvider) => refusal((chart) =>
  new l4.MultiPortTcpIngress(chart, 'tcp', { dataPlane: new l4.IngressNginx(chart, 'nginx', upstream(provider)), forwards: [forward] }));

describe('a port that the controller keeps for itself', () => {
  test('is refused with the flag that it belongs to', () => {
    expect(refusedUpstream(at(443))).toMatchSnapshot();
  });

  test.each([80, 443, 442, 10254, 8181, 10245, 10246, 10247])('is refused over TCP and UDP: %i', (port) => {
    expect(refusedUpstream(at(port))).toContain(`port ${port} is reserved`);
    expect(refusedUpstream(at(port, { protocol: UDP }))).toContain(`port ${port} is reserved`);
  });

  test('is another one when a flag moves it', () => {
    const moved = smallController({ args: ['--healthz-port', '9254', '--http-port=8080', '--http-port=8081'] });
    expect(refusedThrough(moved, [at(9254)])).toContain('port 9254 is reserved by the controller (--healthz-port)');
    expect(refusedThrough(moved, [at(8081)])).toContain('port 8081 is reserved by the controller (--http-port)');
    expect(forwardThrough(moved, [at(10254), at(8080)]).object('ConfigMap', 'tcp-services').data)
      .toEqual({ 8080: 'shop/orders:8080', 10254: 'shop/orders:10254' });
  });
});

describe('a port that something else has in the Pod of the controller', () => {
  test('is the one of its admission webhook', () => {
    expect(refusedUpstream(at(8443))).toMatchSnapshot();
  });

  test('is one that a snippet listens on', () => {
    expect(refusedUpstream(at(2443), l4.IngressNginxProvider.AWS_NLB_WITH_TLS_TERMINATION)).toContain('port 2443/TCP is taken');
    const snippets = smallController({ settings: { 'stream-snippet': 'server {\n  # listen 7000;\n  listen [::]:7001 udp;\n  listen 0.0.0.0:7002; listen 10.0.0.1;\n}' } });
    expect(refusedThrough(snippets, [at(7001, { protocol: UDP })])).toMatchSnapshot();
    expect(refusedThrough(snippets, [at(7002)])).toContain('port 7002/TCP is taken');
    expect(forwardThrough(snippets, [at(7000), at(7001)]).object('ConfigMap', 'tcp-services').data).toHaveProperty('7001');
  });

  test('is one that a Service leads to under another number', () => {
    const redirected = smallController({
      container: { ports: [{ name: 'http', containerPort: 80 }, { name: 'tohttps', containerPort: 2443 }] },
      ports: [{ name: 'http', port: 80, targetPort: 'tohttps' }, { name: 'https', port: 443, targetPort: 'http' }],
    });
    expect(refusedThrough(redirected, [at(2443)])).toMatchSnapshot();
  });

  test('is the syslog of the chroot image', () => {
    const chroot = smallController({ container: { image: 'registry.k8s.io/ingress-nginx/controller-chroot:v1.15.1' } });
    expect(refusedThrough(chroot, [at(11514, { protocol: UDP })])).toMatchSnapshot();
    expect(forwardThrough(chroot, [at(11514)]).object('ConfigMap', 'tcp-services').data).toEqual({ 11514: 'shop/orders:11514' });
  });

  test('is one of the node when the Pod has its network', () => {
    expect(refusedThrough(smallController({ pod: { hostNetwork: true } }), [at(22)])).toMatchSnapshot();
    expect(forwardThrough(smallController(), [at(22)]).object('ConfigMap', 'tcp-services').data).toEqual({ 22: 'shop/orders:22' });
  });

  test('is one of the container beside it', () => {
    const withSidecar = smallController();
    const { containers } = (withSidecar[2] as any).spec.template.spec;
    containers.push({ name: 'metrics-proxy', image: 'proxy', ports: [{ containerPort: 9090 }] });
    expect(refusedThrough(withSidecar, [at(9090)])).toContain('port 9090/TCP is taken in the controller\'s Pod by the container "metrics-proxy" beside it');
  });

  test('is one of an init container that goes on running', () => {
    const withInit = (restartPolicy?: string) => smallController({ pod: { initContainers: [{ name: 'mesh', image: 'mesh', restartPolicy, ports: [{ containerPort: 15001 }] }] } });
    const target = { kubernetesVersion: l4.KubernetesVersion.V1_29 };
    expect(refusedThrough(withInit('Always'), [at(15001)], target)).toContain('port 15001/TCP is taken in the controller\'s Pod by the container "mesh" beside it');
    expect(forwardThrough(withInit(), [at(15001)], target).object('ConfigMap', 'tcp-services').data).toHaveProperty('15001');
  });

  test('is none that the container only declares', () => {
    const declared = smallController({ container: { ports: [{ name: 'http', containerPort: 80 }, { name: 'https', containerPort: 443 }, { name: 'pg', containerPort: 5432 }] } });
    expect(forwardThrough(declared, [at(5432)]).object('Service').spec.ports).toHaveLength(3);
  });
});

describe('a port that is not one', () => {
  test('is out of range', () => {
    expect(refusedThrough(smallController(), [at(0), at(65536), at(1.5), at(-1)])).toMatchSnapshot();
  });

  test('is text', () => {
    expect(refusedThrough(smallController(), [at('5432' as unknown as number)])).toContain('fix  write 5432 without quotes');
  });

  test('is over a protocol that nginx does not forward', () => {
    expect(refusedThrough(smallController(), [at(5432, { protocol: SCTP })])).toMatchSnapshot();
  });
});

describe('a port that is forwarded already', () => {
  test('by the same ingress', () => {
    expect(refusedThrough(smallController(), [at(5432), at(5433), at(5432)])).toMatchSnapshot();
  });

  test('by another ingress in another chart', () => {
    const app = new App();
    const dataPlane = new l4.IngressNginx(new Chart(app, 'edge'), 'nginx');
    new l4.MultiPortTcpIngress(new Chart(app, 'shop'), 'tcp', { dataPlane, forwards: [at(5432)] });
    const second = new l4.MultiPortTcpIngress(new Chart(app, 'bank'), 'tcp', { dataPlane });
    expect(() => second.forward(at(5432, { backend: l4.Backend.existing({ serviceName: 'accounts' }) }))).toThrowErrorMatchingSnapshot();
  });

  test('by an entry of the manifest', () => {
    const manifest = smallController({ others: [configMap('tcp-services', { 5432: 'bank/accounts:5432:PROXY' })] });
    expect(refusedThrough(manifest, [at(5432)])).toMatchSnapshot();
  });

  test('by an entry of the manifest that the controller skips', () => {
    const manifest = smallController({ others: [configMap('tcp-services', { 5432: 'accounts' })] });
    expect(refusedThrough(manifest, [at(5432)])).toContain('already has an entry for 5432/TCP: "accounts"');
  });

  test('by an entry whose key is another spelling of the number', () => {
    const manifest = smallController({ others: [configMap('tcp-services', { '05432': 'bank/accounts:5432' })] });
    expect(refusedThrough(manifest, [at(5432)])).toContain('fix  remove the entry "05432" from the manifest');
  });

  test('but not when the entry says the same', () => {
    const entries = configMap('tcp-services', { '+5432': 'shop/orders:5432:x:proxy' });
    const same = forwardThrough(smallController({ others: [entries] }), [at(5432, { sendProxyProtocol: true })]);
    expect(same.object('ConfigMap', 'tcp-services').data).toEqual(entries.data);
    expect(same.object('Service').spec.ports).toHaveLength(3);
  });

  test('by a port of the Service that leads elsewhere', () => {
    const ports = [{ name: 'http', port: 80, targetPort: 'http' }, { name: 'pg', port: 5432, targetPort: 15432 }];
    expect(refusedThrough(smallController({ ports }), [at(5432)])).toMatchSnapshot();
  });

  test('but not by a port of the Service that leads to the same number', () => {
    const container = { ports: [{ name: '5432-tcp', containerPort: 5432 }] };
    const ports = [{ name: 'http', port: 80, targetPort: 80 }, { name: '5432-tcp', port: 5432, targetPort: '5432-tcp' }, { name: 'b', port: 5433 }];
    const manifest = forwardThrough(smallController({ ports, container }), [at(5432), at(5433)]);
    expect(manifest.object('Service').spec.ports).toEqual(ports);
  });
});

describe('a backend', () => {
  const aB = l4.Backend.existing({ serviceName: 'b-c', namespaceName: 'a', servicePort: 80 });
  const ab = l4.Backend.existing({ serviceName: 'c', namespaceName: 'a-b', servicePort: 80 });

  test('that the controller confuses with another', () => {
    expect(refusedThrough(smallController(), [at(9000, { backend: aB }), at(9001, { backend: ab })])).toMatchSnapshot();
  });

  test('that has two ports is not confused with itself', () => {
    expect(forwardThrough(smallController(), [at(9000, { backend: aB }), at(9001, { backend: aB })]).object('ConfigMap', 'tcp-services').data)
      .toEqual({ 9000: 'a/b-c:80', 9001: 'a/b-c:80' });
  });

  test('is confused over one protocol only', () => {
    expect(forwardThrough(smallController(), [at(9000, { backend: aB }), at(9001, { backend: ab, protocol: UDP })]).objects).toHaveLength(5);
  });

  test('whose port name the controller takes for a number', () => {
    const backend = l4.Backend.existing({ serviceName: 'orders', servicePortName: '8080' });
    expect(refusedThrough(smallController(), [at(9000, { backend })])).toMatchSnapshot();
  });

  test('outside the namespace that the controller watches', () => {
    expect(refusedThrough(smallController({ args: ['--watch-namespace=edge'] }), [at(5432)])).toMatchSnapshot();
    expect(refusedThrough(smallController({ args: ['--watch-namespace=$(POD_NAMESPACE)'] }), [at(5432)])).toContain('watches "edge" only');
  });
});

describe('the PROXY protocol', () => {
  const { DIGITAL_OCEAN, SCALEWAY } = l4.IngressNginxProvider;

  test.each([DIGITAL_OCEAN, SCALEWAY])('is expected of the load balancer of "%s"', (provider) => {
    const manifest = synthesize((chart) =>
      new l4.MultiPortTcpIngress(chart, 'tcp', { dataPlane: new l4.IngressNginx(chart, 'nginx', upstream(provider)), forwards: [at(5432)] }));
    expect(manifest.object('ConfigMap', 'tcp-services').data).toEqual({ 5432: 'shop/orders:5432:PROXY' });
  });

  test('cannot be refused where the load balancer sends it', () => {
    expect(refusedUpstream(at(5432, { acceptProxyProtocol: false }), DIGITAL_OCEAN)).toMatchSnapshot();
    expect(refusedUpstream(at(5432, { acceptProxyProtocol: false }), SCALEWAY)).toContain('scw-loadbalancer-proxy-protocol-v2');
  });

  test('is not spoken over UDP', () => {
    expect(refusedThrough(smallController(), [at(53, { protocol: UDP, acceptProxyProtocol: true })])).toMatchSnapshot();
    expect(refusedThrough(smallController(), [at(53, { protocol: UDP, sendProxyProtocol: true })])).toContain('at   forwards[0].sendProxyProtocol');
  });

  test('is expected on the ports that Scaleway lists', () => {
    const annotations = { 'service.beta.kubernetes.io/scw-loadbalancer-proxy-protocol-v1': '80, 443,5432' };
    const { data } = forwardThrough(smallController({ annotations, settings: { 'use-proxy-protocol': 'true' } }), [at(5432), at(5433)]).object('ConfigMap', 'tcp-services');
    expect(data).toEqual({ 5432: 'shop/orders:5432:PROXY', 5433: 'shop/orders:5433' });
  });

  test.each([
    ['service.beta.kubernetes.io/aws-load-balancer-proxy-protocol', '*'],
    ['service.beta.kubernetes.io/aws-load-balancer-target-group-attributes', 'stickiness.enabled=true,proxy_protocol_v2.enabled=true'],
    ['service.beta.kubernetes.io/linode-loadbalancer-default-proxy-protocol', 'v2'],
    ['service.beta.kubernetes.io/oci-load-balancer-connection-proxy-protocol-version', '1'],
    ['service.beta.kubernetes.io/vultr-loadbalancer-proxy-protocol', 'true'],
    ['load-balancer.hetzner.cloud/uses-proxyprotocol', 'true'],
    ['loadbalancer.openstack.org/proxy-protocol', 'true'],
  ])('is expected where %s is "%s"', (annotation, value) => {
    const dataOf = (text: string) => forwardThrough(smallController({ annotations: { [annotation]: text } }), [at(5432)]).object('ConfigMap', 'tcp-services').data;
    expect(dataOf(value)).toEqual({ 5432: 'shop/orders:5432:PROXY' });
    expect(dataOf('false')).toEqual({ 5432: 'shop/orders:5432' });
  });

  test('is asked about where HTTP expects it and nothing says who sends it', () => {
    const manifest = smallController({ settings: { 'use-proxy-protocol': 'true' } });
    expect(refusedThrough(manifest, [at(5432)])).toMatchSnapshot();
    expect(forwardThrough(manifest, [at(5432, { acceptProxyProtocol: true }), at(5433, { acceptProxyProtocol: false })]).object('ConfigMap', 'tcp-services').data)
      .toEqual({ 5432: 'shop/orders:5432:PROXY', 5433: 'shop/orders:5433' });
  });
});

describe('a load balancer', () => {
  const NLB = { 'service.beta.kubernetes.io/aws-load-balancer-type': 'nlb' };
  const range = (count: number) => Array.from({ length: count }, (_, index) => at(9000 + index));

  test('of AWS has 50 listeners', () => {
    expect(forwardThrough(smallController({ annotations: NLB }), range(48)).object('Service').spec.ports).toHaveLength(50);
    expect(refusedThrough(smallController({ annotations: NLB }), range(49))).toMatchSnapshot();
    expect(forwardThrough(smallController(), range(60)).object('Service').spec.ports).toHaveLength(62);
  });

  test('counts the entries of the manifest once', () => {
    const others = [configMap('tcp-services', Object.fromEntries(range(48).map(({ listenPort }) => [listenPort, `shop/orders:${listenPort}`])))];
    expect(forwardThrough(smallController({ annotations: NLB, others }), range(48)).object('Service').spec.ports).toHaveLength(50);
    expect(refusedThrough(smallController({ annotations: NLB, others }), [at(10000)])).toContain('would be listener 51');
  });

  test('and TCP and UDP on one number need a server-side apply', () => {
    expect(refusedThrough(smallController(), [at(53), at(53, { protocol: UDP })])).toMatchSnapshot();
    const both = forwardThrough(smallController(), [at(53), at(53, { protocol: UDP })], { serverSideApply: true });
    expect(both.object('Service').spec.ports.slice(2)).toMatchObject([{ port: 53, protocol: 'TCP' }, { port: 53, protocol: 'UDP' }]);
  });

  test('of AWS and TCP and UDP on one number need an annotation as well', () => {
    const forwards = [at(53), at(53, { protocol: UDP })];
    expect(refusedThrough(smallController({ annotations: NLB }), forwards, { serverSideApply: true })).toMatchSnapshot();
    const annotations = { ...NLB, 'service.beta.kubernetes.io/aws-load-balancer-enable-tcp-udp-listener': 'true' };
    expect(forwardThrough(smallController({ annotations }), forwards, { serverSideApply: true }).object('Service').spec.ports).toHaveLength(4);
  });

  test('and a UDP port of the Service that nobody forwards have one number too', () => {
    const ports = [{ name: 'http', port: 80 }, { name: 'quic', port: 8444, protocol: 'UDP' }];
    expect(refusedThrough(smallController({ ports }), [at(8444)])).toContain('port 8444 is published over UDP and TCP');
  });

  test('has one protocol before Kubernetes 1.24', () => {
    const kubernetesVersion = l4.KubernetesVersion.V1_23;
    expect(refusedThrough(smallController(), [at(53, { protocol: UDP })], { kubernetesVersion })).toMatchSnapshot();
    expect(forwardThrough(smallController({ service: { type: 'NodePort' } }), [at(53, { protocol: UDP })], { kubernetesVersion }).objects).toHaveLength(4);
  });

  test('may not have the port of the kubelet before Kubernetes 1.33', () => {
    expect(refusedThrough(smallController(), [at(10250)])).toMatchSnapshot();
    expect(forwardThrough(smallController(), [at(10250)], { kubernetesVersion: l4.KubernetesVersion.V1_33 }).objects).toHaveLength(4);
  });

  test('of Oracle Cloud carries no UDP', () => {
    expect(refusedUpstream(at(53, { protocol: UDP }), l4.IngressNginxProvider.ORACLE)).toMatchSnapshot();
    const annotations = { 'oci.oraclecloud.com/load-balancer-type': 'nlb' };
    expect(forwardThrough(smallController({ annotations }), [at(53, { protocol: UDP })]).objects).toHaveLength(4);
  });

  test.each([
    ['service.beta.kubernetes.io/aws-load-balancer-internal', 'Classic Load Balancer of AWS'],
    ['service.beta.kubernetes.io/scw-loadbalancer-type', 'Scaleway'],
    ['service.beta.kubernetes.io/exoscale-loadbalancer-description', 'Exoscale'],
    ['load-balancer.hetzner.cloud/location', 'Hetzner'],
  ])('with the annotation %s carries no UDP', (annotation, maker) => {
    expect(refusedThrough(smallController({ annotations: { [annotation]: 'x' } }), [at(53, { protocol: UDP })])).toContain(maker);
    expect(forwardThrough(smallController({ annotations: { [annotation]: 'x' }, service: { type: 'NodePort' } }), [at(53, { protocol: UDP })]).objects).toHaveLength(4);
  });
});

describe('a node port', () => {
  test('is outside the range of the cluster', () => {
    expect(refusedThrough(smallController(), [at(5432, { nodePort: 5432 })])).toMatchSnapshot();
    const nodePortRange = { first: 5000, last: 6000 };
    expect(forwardThrough(smallController(), [at(5432, { nodePort: 5432 })], { nodePortRange }).object('Service').spec.ports[2].nodePort).toBe(5432);
    expect(refusedThrough(smallController(), [at(5432, { nodePort: 30080 })], { nodePortRange: { first: 5000, last: 5010 } })).toContain('use a port such as 5010');
  });

  test('is on a Service that has none', () => {
    expect(refusedThrough(smallController({ service: { type: 'ClusterIP' } }), [at(5432, { nodePort: 30080 })])).toMatchSnapshot();
  });

  test('could be on one of two Services', () => {
    const others = [service({ name: 'nginx-internal' })];
    expect(refusedThrough(smallController({ others }), [at(5432, { nodePort: 30080 })])).toMatchSnapshot();
  });

  test('is asked for twice', () => {
    expect(refusedThrough(smallController(), [at(5432, { nodePort: 30000 }), at(5433, { nodePort: 30000 })])).toMatchSnapshot();
    const shared = [at(5432, { nodePort: 30000 }), at(5432, { nodePort: 30000, protocol: UDP })];
    expect(forwardThrough(smallController(), shared, { serverSideApply: true }).objects).toHaveLength(5);
  });

  test('is asked for by ports of different numbers, one TCP and one UDP', () => {
    const forwards = [at(5432, { nodePort: 30000 }), at(5433, { nodePort: 30000, protocol: UDP })];
    expect(refusedThrough(smallController(), forwards)).toContain('node port 30000 already belongs to 5432/TCP');
  });

  test('belongs to a port of the manifest', () => {
    const ports = [{ name: 'http', port: 80, nodePort: 30080 }];
    expect(refusedThrough(smallController({ ports }), [at(5432, { nodePort: 30080 })])).toContain('node port 30080 already belongs to 80/TCP');
  });

  test('is not the one that the manifest says', () => {
    const ports = [{ name: 'http', port: 80 }, { name: 'pg', port: 5432 }, { name: 'my', port: 3306, nodePort: 30306 }];
    expect(refusedThrough(smallController({ ports }), [at(5432, { nodePort: 30080 })])).toMatchSnapshot();
    expect(refusedThrough(smallController({ ports }), [at(3306, { nodePort: 30307 })])).toContain('already has port 3306/TCP, with node port 30306');
    expect(forwardThrough(smallController({ ports }), [at(3306, { nodePort: 30306 })]).object('Service').spec.ports).toEqual(ports);
  });

  test('is text', () => {
    expect(refusedThrough(smallController(), [at(5432, { nodePort: '30080' as unknown as number })])).toContain('fix  write 30080 without quotes');
  });
});

describe('a NetworkPolicy', () => {
  const policy = (ingress: unknown, podSelector: unknown = { matchLabels: { app: 'nginx' } }) => ({
    apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name: 'nginx', namespace: 'edge' }, spec: { podSelector, policyTypes: ['Ingress'], ingress },
  });
  const http = [{ ports: [{ port: 'http' }, { port: 443 }] }];

  test('around the controller must let the port in', () => {
    expect(refusedThrough(smallController({ others: [policy(http)] }), [at(5432)])).toMatchSnapshot();
  });

  test.each([
    ['a rule without ports', policy([{ from: [] }])],
    ['the port', policy([...http, { ports: [{ port: 5432, protocol: 'TCP' }] }])],
    ['a range', policy([{ ports: [{ port: 5000, endPort: 6000 }] }])],
    ['all ports of the protocol', policy([{ ports: [{ protocol: 'TCP' }] }])],
    ['other Pods only', policy(http, { matchLabels: { app: 'other' } })],
  ])('lets it in with %s', (_why, object) => {
    expect(forwardThrough(smallController({ others: [object] }), [at(5432)]).objects).toHaveLength(5);
  });
});

test('everything wrong with a forward comes in one message', () => {
  const forward = at(443, { protocol: UDP, acceptProxyProtocol: true, nodePort: 80, backend: l4.Backend.existing({ serviceName: 'Orders', servicePortName: '-' }) });
  expect(refusedThrough(smallController(), [forward, at(80), at(TCP as unknown as number)])).toMatchSnapshot();
});
