import { App, Chart, Testing } from 'cdk8s';
import { smallHaproxy } from './small-controller';
import * as l4 from '../../../src';
import { read } from '../../../src/data-planes/haproxy/read';
import type { KubeObject } from '../../../src/kube/kube-object';
import type { Problem } from '../../../src/problems/problem';
import { renderProblems } from '../../../src/problems/render-problem';
import { Manifest, quietly, refusal, synthesize } from '../../manifest';
import { objectsIn } from '../conformance/rows';
import { configMap, type Wishes } from '../ingress-nginx/small-controller';

const orders = l4.Backend.existing({ serviceName: 'orders', namespaceName: 'shop' });
const at = (listenPort: number, more: Partial<l4.ForwardOptions> = {}): l4.ForwardOptions => ({ listenPort, backend: orders, ...more });

function forward(chart: Chart, objects: readonly KubeObject[], forwards: l4.ForwardOptions[], props: Partial<l4.HaproxyIngressProps> = {}): void {
  const dataPlane = new l4.HaproxyIngress(chart, 'haproxy', { controller: l4.HaproxyIngressController.objects(objectsIn(chart, objects)), ...props });
  new l4.MultiPortTcpIngress(chart, 'tcp', { dataPlane, forwards });
}

const published = (wishes: Wishes, ...forwards: l4.ForwardOptions[]) => synthesize((chart) => forward(chart, smallHaproxy(wishes), forwards));
const refused = (wishes: Wishes, ...forwards: l4.ForwardOptions[]) => refusal((chart) => forward(chart, smallHaproxy(wishes), forwards));
const argsOf = (manifest: Manifest) => manifest.object('Deployment').spec.template.spec.containers[0].args;

describe('what a controller forwards', () => {
  const flag = '--configmap-tcp-services=edge/tcp';
  const readEntries = (data: unknown, args = [flag]) => read(smallHaproxy({ args, others: [configMap('tcp', data)] }))
    .map(({ listenPort, protocol, backend }) => `${listenPort}/${protocol} ${backend.namespace}/${backend.name}:${backend.servicePort}`);

  test('is what its ConfigMap says, with or without TLS, in the order of the ports', () => {
    expect(readEntries({ 9001: 'shop/orders:80', 389: 'a/ldap:389:ssl', 53: 'a/dns:053:x' })).toEqual(['53/TCP a/dns:53', '389/TCP a/ldap:389', '9001/TCP shop/orders:80']);
  });

  test('is not what it skips', () => {
    expect(readEntries({ 'log-format-tcp': 'a/b:1', '9001': 'a/b', '9002': 'b:1', '9003': 'a/b/c:1', '9004': 'a/b:sql', '9005': 'a/b:1 ', '9006': '', '9007': 80 })).toEqual([]);
  });

  test('may be a port of its own, which it does not look at', () => {
    expect(readEntries({ 8080: 'a/b:1' })).toEqual(['8080/TCP a/b:1']);
  });

  test('is in the namespaces that it watches, and in that of its ConfigMap', () => {
    const data = { 9001: 'shop/b:1', 9002: 'edge/b:1', 9003: 'bank/b:1', 9004: 'web/b:1' };
    expect(readEntries(data, [flag, '--namespace-whitelist=shop', '--namespace-whitelist', 'bank'])).toEqual(['9001/TCP shop/b:1', '9002/TCP edge/b:1', '9003/TCP bank/b:1']);
    expect(readEntries(data, [flag, '--namespace-blacklist=shop'])).toHaveLength(4);
  });

  test('is nothing without the flag, or with the flag of another controller', () => {
    expect(readEntries({ 9001: 'a/b:1' }, [])).toEqual([]);
    expect(readEntries({ 9001: 'a/b:1' }, ['--tcp-services-configmap=edge/tcp'])).toEqual([]);
  });
});

describe('a controller', () => {
  test('whose flag is there keeps it, and its ConfigMap keeps the format of its log', () => {
    const manifest = published({ args: ['--configmap-tcp-services', 'edge/tcp'], others: [configMap('tcp', { 'log-format-tcp': '%ci' })] }, at(5432));
    expect(argsOf(manifest)).toHaveLength(3);
    expect(manifest.object('ConfigMap', 'tcp').data).toEqual({ 'log-format-tcp': '%ci', '5432': 'shop/orders:5432' });
  });

  test('without arguments gets the flag alone: its image passes it on', () => {
    expect(argsOf(published({ container: { args: undefined } }, at(5432)))).toEqual(['--configmap-tcp-services=$(POD_NAMESPACE)/tcp-services']);
  });

  test.each(['docker.io/haproxytech/kubernetes-ingress@sha256:00', 'kubernetes-registry.haproxy.com/hapee-ingress:v3.0', 'mirror.corp/haproxytech/kubernetes-ingress'])(
    'is known by its image %s', (image) => expect(published({ container: { image } }, at(5432)).objects).toHaveLength(4));

  test('of jcmoraisjr/haproxy-ingress is another program', () => {
    expect(refused({ container: { image: 'quay.io/jcmoraisjr/haproxy-ingress:v0.14.7' } }, at(5432))).toMatchSnapshot();
  });

  test('has a flag that names no ConfigMap', () => {
    expect(refused({ args: ['--configmap-tcp-services=tcp'] }, at(5432))).toMatchSnapshot();
  });

  test('is started by a script', () => {
    expect(refused({ container: { command: ['sh', '-c', 'exec /start.sh'] } }, at(5432))).toContain('fix  start /haproxy-ingress-controller itself');
  });

  test('has a Service for its statistics only', () => {
    expect(refused({ ports: [{ name: 'stat', port: 80, targetPort: 'stat' }] }, at(5432))).toContain('no Service leads to HAProxy in the controller edge/haproxy');
  });

  test('has one data plane', () => {
    expect(refusal((chart) => {
      const controller = l4.HaproxyIngressController.objects(objectsIn(chart, smallHaproxy()));
      ['first', 'second'].forEach((id) => new l4.HaproxyIngress(chart, id, { controller }));
    })).toContain('one HaproxyIngress serves any number');
  });

  test('that someone else deploys gets entries and ports beside what is there', () => {
    const chart = new Chart(new App(), 'edge');
    const dataPlane = new l4.HaproxyIngress(chart, 'haproxy', { controller: l4.HaproxyIngressController.existing({}) });
    new l4.MultiPortTcpIngress(chart, 'tcp', { dataPlane, forwards: [at(5432)] });
    expect(new Manifest(quietly(() => Testing.synth(chart)))).toMatchSnapshot();
  });
});

describe('a port', () => {
  test.each([1024, 1042, 6060, 6061, 10000])('%i is the controller\'s own', (port) => {
    expect(refused({}, at(port))).toContain(`port ${port} is reserved by the controller`);
  });

  test.each([8080, 8443])('%i is the one that its container says', (port) => {
    expect(refused({}, at(port))).toContain(`port ${port}/TCP is taken in the controller's Pod by its own port`);
    expect(refused({ args: [`--http-bind-port=${port + 1}`] }, at(port + 1))).toContain('(--http-bind-port)');
  });

  test('is free again where a flag moves what was there', () => {
    expect(published({ args: ['--controller-port=6070'] }, at(6060)).object('ConfigMap', 'tcp-services').data).toEqual({ 6060: 'shop/orders:6060' });
    expect(refused({ args: ['--controller-port=6070'] }, at(6070))).toContain('(--controller-port)');
  });

  test('is HAProxy\'s own, by the name of its container port', () => {
    const ports = [{ name: 'http', port: 80, targetPort: 80 }];
    expect(refused({ ports, container: { ports: [{ name: 'http', containerPort: 80 }] } }, at(80))).toMatchSnapshot();
  });

  test('has an entry that ends TLS', () => {
    const others = [configMap('tcp-services', { 5432: 'shop/orders:5432:ssl' })];
    expect(refused({ others }, at(5432))).toMatchSnapshot();
  });

  test('has an entry that says the same', () => {
    const others = [configMap('tcp-services', { '05432': 'shop/orders:5432:' })];
    expect(published({ others }, at(5432)).object('ConfigMap', 'tcp-services').data).toEqual({ '05432': 'shop/orders:5432:' });
  });

  test('gets a PROXY header from the load balancer', () => {
    const wishes = { service: { type: 'LoadBalancer' }, annotations: { 'service.beta.kubernetes.io/do-loadbalancer-enable-proxy-protocol': 'true' } };
    expect(refused(wishes, at(5432))).toMatchSnapshot();
    expect(published({ ...wishes, service: { type: 'NodePort' } }, at(5432)).objects).toHaveLength(4);
  });

  test('leads to a namespace that the controller does not watch', () => {
    expect(refused({ args: ['--namespace-whitelist=bank', '--namespace-whitelist=web'] }, at(5432))).toMatchSnapshot();
  });
});

describe('plain JavaScript', () => {
  const made = (...args: unknown[]) => refusal((chart) => new (l4.HaproxyIngress as any)(chart, 'haproxy', ...args));

  test('is told what a controller is', () => {
    expect(made({})).toMatchSnapshot();
    expect(made({ controller: 'haproxy-ingress.yaml' })).toContain('"haproxy-ingress.yaml" is not a HaproxyIngressController');
  });

  test('is told what the properties are', () => {
    expect(made()).toMatch(/ named fields is missing/);
    expect(made({ controller: (l4.HaproxyIngressController as any).objects('haproxy') })).toContain('HaproxyIngressController.objects(include)');
    expect(made({ controller: (l4.HaproxyIngressController as any).existing({ serviceType: 'Ingress' }) })).toContain('kubectl get service haproxy-kubernetes-ingress');
  });

  test('is told that another controller is not this one', () => {
    expect(made({ controller: l4.IngressNginxController.upstream() })).toContain('none of the objects is a HAProxy controller');
  });
});

describe('ports below 1024', () => {
  // https://github.com/haproxytech/kubernetes-ingress/blob/v3.2.11/deploy/haproxy-ingress.yaml
  const UPSTREAM = { runAsNonRoot: true, allowPrivilegeEscalation: false, runAsUser: 1000, capabilities: { drop: ['ALL'], add: ['NET_BIND_SERVICE'] } };

  interface Pod {
    readonly container?: object;
    readonly pod?: object;
  }

  function advice({ container = UPSTREAM, pod = {} }: Pod, ...listenPorts: number[]): string {
    let said: readonly Problem[] = [];
    synthesize((chart) => {
      const objects = smallHaproxy({ container: { securityContext: container } }).map((object: any) => object.kind !== 'Deployment' ? object
        : { ...object, spec: { ...object.spec, template: { ...object.spec.template, spec: { ...object.spec.template.spec, ...pod } } } });
      const dataPlane = new l4.HaproxyIngress(chart, 'haproxy', { controller: l4.HaproxyIngressController.objects(objectsIn(chart, objects)) });
      new l4.MultiPortTcpIngress(chart, 'tcp', { dataPlane, forwards: listenPorts.map((port) => at(port)) });
      said = dataPlane._advice();
    });
    return said.length === 0 ? '' : renderProblems('HaproxyIngress', said);
  }

  const sysctl = (value: string) => ({ securityContext: { sysctls: [{ name: 'net.ipv4.ip_unprivileged_port_start', value }] } });

  test('are for the nodes to open', () => {
    expect(advice({}, 5432, 389, 25)).toMatchSnapshot();
  });

  test('are for the nodes alone to open where the Pod is in their network', () => {
    expect(advice({ pod: { hostNetwork: true } }, 25)).toMatchSnapshot();
  });

  test.each<[string, Pod]>([
    ['the Pod has the sysctl', { pod: sysctl('25') }],
    ['it runs as root', { container: { runAsUser: 0, allowPrivilegeEscalation: false } }],
    ['it is privileged', { container: { privileged: true } }],
    ['it may gain the capability', { container: { ...UPSTREAM, allowPrivilegeEscalation: true } }],
    ['nothing is said of its privileges', { container: {} }],
  ])('are open where %s', (_sentence, pod) => {
    expect(advice(pod, 25)).toBe('');
  });

  test.each<[string, Pod]>([
    ['the sysctl begins higher', { pod: sysctl('80') }],
    ['the sysctl is no number', { pod: sysctl('low') }],
    ['the capability is dropped', { container: { capabilities: { drop: ['ALL'] } } }],
    ['root has not the capability', { container: { runAsUser: 0, capabilities: { drop: ['NET_BIND_SERVICE'] } } }],
  ])('are not open where %s', (_sentence, pod) => {
    expect(advice(pod, 25)).toContain('is to open port 25');
  });

  test('are the only ones that are spoken of', () => {
    expect(advice({}, 5432, 1025)).toBe('');
  });

  test('of a controller of someone else are for its owner', () => {
    synthesize((chart) => {
      const dataPlane = new l4.HaproxyIngress(chart, 'haproxy', { controller: l4.HaproxyIngressController.existing({ serviceType: 'LoadBalancer' }) });
      new l4.MultiPortTcpIngress(chart, 'tcp', { dataPlane, forwards: [at(25)] });
      expect(dataPlane._advice()).toEqual([]);
    });
  });
});
