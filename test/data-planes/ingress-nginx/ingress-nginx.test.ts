import { join } from 'path';
import { ApiObject, App, Chart, Include, JsonPatch, Testing } from 'cdk8s';
import * as kplus27 from 'cdk8s-plus-27';
import * as kplus33 from 'cdk8s-plus-33';
import * as kplus34 from 'cdk8s-plus-34';
import { differences } from './differences';
import { dataPlaneOver, forwardThrough, orders, refusedThrough } from './forwarding';
import { configMap, service, smallController, workload } from './small-controller';
import { optionsOf, upstreamOf } from './upstream-of';
import * as l4 from '../../../src';
import type { KubeObject } from '../../../src/kube/kube-object';
import { Manifest, refusal, synthesize } from '../../manifest';

const { UDP } = l4.Protocol;
const { BAREMETAL, EXOSCALE, KIND } = l4.IngressNginxProvider;
const HELM_RELEASE = join(__dirname, 'samples', 'helm-release.yaml');
const forward = { listenPort: 9000, backend: orders };
const publish = (chart: Chart, dataPlane: l4.DataPlane, ...forwards: l4.ForwardOptions[]) => new l4.MultiPortTcpIngress(chart, 'tcp', { dataPlane, forwards });
const plain = (objects: KubeObject[]) => JSON.parse(JSON.stringify(objects));

describe('the built-in installation', () => {
  const changes = (provider: l4.IngressNginxProvider, ...forwards: l4.ForwardOptions[]) => {
    const { objects } = synthesize((chart) => publish(chart, new l4.IngressNginx(chart, 'nginx', { controller: l4.IngressNginxController.upstream(provider, optionsOf(provider)) }), ...forwards));
    return [differences(upstreamOf(provider), objects), new Manifest(objects.slice(19)).yaml].join('\n\n');
  };

  test('gets a flag, a Service port and a ConfigMap', () => {
    expect(changes(l4.IngressNginxProvider.CLOUD, forward)).toMatchSnapshot();
  });

  test('in kind gets a host port as well', () => {
    expect(changes(KIND, forward, { ...forward, protocol: UDP, listenPort: 53 })).toMatchSnapshot();
  });

  test('on Exoscale is a DaemonSet', () => {
    expect(changes(EXOSCALE, forward)).toContain('DaemonSet ingress-nginx-controller\n+ .spec.template.spec.containers[controller].args[] "--tcp-services-configmap');
  });

  test('on bare metal can have its node port pinned', () => {
    expect(changes(BAREMETAL, { ...forward, nodePort: 30900 })).toContain('+ .spec.ports[tcp-9000].nodePort 30900');
  });

  test('is what comes out where nobody forwards', () => {
    const { objects } = synthesize((chart) => new l4.IngressNginx(chart, 'nginx'));
    expect(objects).toEqual(plain(upstreamOf(l4.IngressNginxProvider.CLOUD)));
  });

  test('needs Kubernetes 1.21', () => {
    expect(refusal((chart) => new l4.IngressNginx(chart, 'nginx', { kubernetesVersion: l4.KubernetesVersion.V1_20 }))).toMatchSnapshot();
  });

  test('keeps the labels of the chart, and objects outside namespaces without one', () => {
    const chart = new Chart(new App(), 'edge', { namespace: 'edge', labels: { team: 'web' } });
    publish(chart, new l4.IngressNginx(chart, 'nginx'), forward);
    const manifest = new Manifest(Testing.synth(chart));
    expect(manifest.object('ClusterRole', 'ingress-nginx').metadata.namespace).toBeUndefined();
    expect(manifest.object('Namespace').metadata).toMatchObject({ labels: { team: 'web' } });
    expect(manifest.object('ConfigMap', 'tcp-services').metadata).toEqual({ name: 'tcp-services', namespace: 'ingress-nginx', labels: { team: 'web' } });
  });
});

describe('a manifest', () => {
  const fromFile = (chart: Chart, path = HELM_RELEASE, controllerName?: string) =>
    new l4.IngressNginx(chart, 'nginx', { controller: l4.IngressNginxController.manifest(path, { controllerName }) });

  test('as a Helm chart renders it keeps its ConfigMap and its flag, and both Services get the port', () => {
    const before = synthesize((chart) => fromFile(chart)).objects;
    const { objects } = synthesize((chart) => publish(chart, fromFile(chart), forward));
    expect(objects).toHaveLength(before.length);
    expect(differences(before, objects)).toMatchSnapshot();
  });

  test('without UDP gets a flag and a ConfigMap for it', () => {
    const before = synthesize((chart) => fromFile(chart)).objects;
    const { objects } = synthesize((chart) => publish(chart, fromFile(chart), { ...forward, protocol: UDP, listenPort: 53 }));
    expect(differences(before, objects)).toContain('"--udp-services-configmap=$(POD_NAMESPACE)/udp-services"');
    expect(objects[before.length]).toEqual({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'udp-services', namespace: 'platform' }, data: { 53: 'shop/orders:53' } });
  });

  test('says by its entries which ports are taken', () => {
    expect(refusal((chart) => publish(chart, fromFile(chart), { ...forward, listenPort: 5432 }))).toContain('already has an entry for 5432/TCP: "bank/accounts:sql"');
  });

  test('is found by the name of its controller', () => {
    const named = (name: string) => refusal((chart) => publish(chart, fromFile(chart, HELM_RELEASE, name), { ...forward, listenPort: 80 }));
    expect(named('web-ingress-nginx-controller')).toContain('port 80 is reserved');
    expect(named('platform/web-ingress-nginx-controller')).toContain('port 80 is reserved');
  });

  test('is not found by another name', () => {
    expect(refusal((chart) => fromFile(chart, HELM_RELEASE, 'ingress-nginx-controller'))).toMatchSnapshot();
  });

  test('may be read twice, but only one data plane writes to a controller', () => {
    expect(refusal((chart) => [fromFile(chart), new l4.IngressNginx(chart, 'other', { controller: l4.IngressNginxController.manifest(HELM_RELEASE) })])).toMatchSnapshot();
  });
});

describe('objects that the app has', () => {
  test('may come from an Include', () => {
    const chart = new Chart(new App(), 'edge');
    const include = new Include(chart, 'release', { url: HELM_RELEASE });
    publish(chart, new l4.IngressNginx(chart, 'nginx', { controller: l4.IngressNginxController.objects(include) }), forward);
    const manifest = new Manifest(Testing.synth(chart));
    expect(manifest.objects).toHaveLength(7);
    expect(manifest.object('ConfigMap', 'web-ingress-nginx-tcp').data).toEqual({ 5432: 'bank/accounts:sql', 9000: 'shop/orders:9000' });
  });

  test('are patched late: the order of forwards, ingresses and charts does not matter', () => {
    const app = new App();
    const edge = new Chart(app, 'edge');
    const dataPlane = dataPlaneOver(edge, smallController());
    const [shop, bank] = ['shop', 'bank'].map((id) => new l4.MultiPortTcpIngress(new Chart(app, id), 'tcp', { dataPlane }));
    bank.forward({ listenPort: 9001, backend: orders });
    shop.forward({ listenPort: 53, backend: orders, protocol: UDP });
    shop.forward({ listenPort: 9000, backend: orders });
    const manifest = new Manifest(Testing.synth(edge));
    expect(manifest.objects.map(({ metadata }) => metadata.name)).toEqual(['nginx', 'nginx', 'nginx', 'tcp-services', 'udp-services']);
    expect(manifest.object('ConfigMap', 'tcp-services').data).toEqual({ 9000: 'shop/orders:9000', 9001: 'shop/orders:9001' });
    expect(manifest.object('Service').spec.ports.map(({ port }: any) => port)).toEqual([80, 443, 9000, 9001, 53]);
    expect(shop.publishedPorts).toEqual([
      { listenPort: 9000, protocol: 'TCP', backend: 'shop/orders:9000' },
      { listenPort: 53, protocol: 'UDP', backend: 'shop/orders:53' },
    ]);
  });

  test('keep what the user patches, before the first forward and after it', () => {
    const chart = new Chart(new App(), 'edge');
    const dataPlane = dataPlaneOver(chart, smallController());
    const patched = (kind: string) => dataPlane.apiObjects.find((object) => object.kind === kind)!;
    patched('Service').addJsonPatch(JsonPatch.add('/spec/ports/-', { name: 'quic', port: 8444, protocol: 'UDP', targetPort: 8444 }));
    patched('Deployment').addJsonPatch(JsonPatch.add('/spec/template/spec/containers/0/args/-', '--v=2'));
    publish(chart, dataPlane, forward);
    patched('Service').addJsonPatch(JsonPatch.replace('/spec/ports/3/name', 'postgres'));
    dataPlane.apiObjects.find(({ name }) => name === 'tcp-services')!.addJsonPatch(JsonPatch.add('/metadata/labels', { team: 'web' }));
    const manifest = new Manifest(Testing.synth(chart));
    expect(manifest.object('Service').spec.ports.map(({ name }: any) => name)).toEqual(['http', 'https', 'quic', 'postgres']);
    expect(manifest.object('Deployment').spec.template.spec.containers[0].args.slice(2)).toEqual(['--v=2', '--tcp-services-configmap=$(POD_NAMESPACE)/tcp-services']);
    expect(manifest.object('ConfigMap', 'tcp-services').metadata.labels).toEqual({ team: 'web' });
  });

  test.each([['27', kplus27], ['33', kplus33], ['34', kplus34]])('may be of the generated classes of cdk8s-plus-%s', (_version, { k8s }: any) => {
    const chart = new Chart(new App(), 'edge');
    const { IntOrString } = k8s;
    const [, serviceObject, deployment] = smallController() as any[];
    new k8s.KubeDeployment(chart, 'deployment', { metadata: deployment.metadata, spec: deployment.spec });
    const ports = serviceObject.spec.ports.map((port: any) => ({ ...port, targetPort: IntOrString.fromString(port.targetPort) }));
    new k8s.KubeService(chart, 'service', { metadata: serviceObject.metadata, spec: { ...serviceObject.spec, ports } });
    publish(chart, new l4.IngressNginx(chart, 'nginx', { controller: l4.IngressNginxController.objects(chart) }), forward);
    expect(new Manifest(Testing.synth(chart)).object('Service').spec.ports).toEqual([
      ...serviceObject.spec.ports, { name: 'tcp-9000', port: 9000, protocol: 'TCP', targetPort: 9000 },
    ]);
  });

  test('may stand beside others that are not complete yet', () => {
    const chart = new Chart(new App(), 'edge');
    new kplus27.Service(chart, 'later');
    expect(dataPlaneOver(chart, smallController()).namespaceName).toBe('edge');
  });

  test('have one data plane', () => {
    expect(refusal((chart) => {
      const include = new Include(chart, 'release', { url: HELM_RELEASE });
      ['first', 'second'].forEach((id) => new l4.IngressNginx(chart, id, { controller: l4.IngressNginxController.objects(include) }));
    })).toContain('is already the one of \'shop/first\'');
  });

  test('of two controllers need a name', () => {
    expect(refusedThrough([...smallController(), ...smallController({ name: 'internal' })], [forward])).toMatchSnapshot();
  });

  test('of two controllers with one name need its namespace', () => {
    const both = [...smallController(), ...smallController({ namespace: 'other' })];
    expect(refusedThrough(both, [forward])).toContain('fix  say which one: { controllerName: \'edge/nginx\' }');
    const manifest = synthesize((chart) => {
      both.forEach((object, index) => new ApiObject(chart, `${index}`, object));
      publish(chart, new l4.IngressNginx(chart, 'nginx', { controller: l4.IngressNginxController.objects(chart, { controllerName: 'other/nginx' }) }), forward);
    });
    expect(manifest.object('ConfigMap', 'tcp-services').metadata.namespace).toBe('other');
    expect(manifest.objects.filter(({ spec }) => spec?.ports?.length === 3).map(({ metadata }) => metadata.namespace)).toEqual(['other']);
  });

  test('of a Deployment and a DaemonSet with one name are one controller', () => {
    const manifest = forwardThrough(smallController({ others: [workload({ kind: 'DaemonSet' })] }), [forward]);
    for (const kind of ['Deployment', 'DaemonSet']) {
      expect(manifest.object(kind).spec.template.spec.containers[0].args).toContain('--tcp-services-configmap=$(POD_NAMESPACE)/tcp-services');
    }
  });

  test('of F5\'s controller are refused', () => {
    const args = ['-nginx-configmaps=$(POD_NAMESPACE)/nginx-config', '-global-configuration=$(POD_NAMESPACE)/nginx-configuration'];
    const others = smallController({ container: { name: 'nginx-ingress', image: 'nginx/nginx-ingress:5.5.4', args } });
    expect(refusedThrough(others, [forward])).toMatchSnapshot();
  });
});

describe('two controllers in one namespace', () => {
  const called = (name: string, args: string[] = []): KubeObject[] => JSON.parse(JSON.stringify([workload({ args }), service()]).replaceAll('"nginx"', `"${name}"`));
  const both = (chart: Chart, objects: readonly KubeObject[]) => {
    objects.forEach((object, index) => new ApiObject(chart, `${index}`, object));
    return ['external', 'internal'].map((controllerName) =>
      new l4.IngressNginx(chart, controllerName, { controller: l4.IngressNginxController.objects(chart, { controllerName }) }));
  };
  const entriesIn = (manifest: Manifest) => manifest.objects.filter(({ data }) => data).map(({ metadata, data }) => [metadata.name, data]);
  const publishApart = (chart: Chart, [external, internal]: readonly l4.DataPlane[]) => {
    new l4.MultiPortTcpIngress(chart, 'out', { dataPlane: external, forwards: [forward] });
    new l4.MultiPortTcpIngress(chart, 'in', { dataPlane: internal, forwards: [{ ...forward, listenPort: 9001 }] });
  };

  test('get a ConfigMap each, and the flag that names it', () => {
    const manifest = synthesize((chart) => publishApart(chart, both(chart, [...called('external'), ...called('internal')])));
    expect(entriesIn(manifest)).toEqual([['external-tcp-services', { 9000: 'shop/orders:9000' }], ['internal-tcp-services', { 9001: 'shop/orders:9001' }]]);
    expect(manifest.object('Deployment', 'internal').spec.template.spec.containers[0].args.at(-1)).toBe('--tcp-services-configmap=$(POD_NAMESPACE)/internal-tcp-services');
  });

  test('leave each other\'s ConfigMap alone', () => {
    const manifest = synthesize((chart) => {
      const [, internal] = both(chart, [...called('external', ['--tcp-services-configmap=edge/tcp-services']), configMap('tcp-services', {}), ...called('internal')]);
      publish(chart, internal, forward);
    });
    expect(entriesIn(manifest)).toEqual([['tcp-services', {}], ['internal-tcp-services', { 9000: 'shop/orders:9000' }]]);
  });

  test('are refused where both read the same one', () => {
    expect(refusal((chart) => publishApart(chart, ['external', 'internal'].map((name) => new l4.IngressNginx(chart, name, {
      controller: l4.IngressNginxController.existing({ namespaceName: 'edge', controllerName: name, serviceName: name }),
    }))))).toMatchSnapshot();
  });
});

describe('a controller that someone else deploys', () => {
  const existing = (props: l4.ExistingControllerProps, more: l4.IngressNginxProps = {}) => (chart: Chart) =>
    new l4.IngressNginx(chart, 'nginx', { controller: l4.IngressNginxController.existing(props), ...more });
  const forwards = [{ ...forward, nodePort: 30900 }, { ...forward, listenPort: 9000, protocol: UDP }];

  test('gets the entries and the ports of this app, to be applied server-side', () => {
    expect(synthesize((chart) => publish(chart, existing({})(chart), ...forwards))).toMatchSnapshot();
  });

  test('may have other names', () => {
    const props = { namespaceName: 'platform', controllerName: 'web', serviceName: 'web-external', serviceType: 'NodePort', args: ['--tcp-services-configmap', 'platform/web-tcp'] };
    const manifest = synthesize((chart) => publish(chart, existing(props)(chart), forward));
    expect(manifest.objects.map(({ kind, metadata }) => `${kind} ${metadata.namespace}/${metadata.name}`)).toEqual(['Service platform/web-external', 'ConfigMap platform/web-tcp']);
    expect(manifest.object('Service').spec.type).toBe('NodePort');
  });

  test('is made of nothing where nobody forwards', () => {
    expect(synthesize((chart) => existing({})(chart)).objects).toEqual([]);
  });

  test('has a load balancer whose annotations matter', () => {
    const serviceAnnotations = { 'service.beta.kubernetes.io/do-loadbalancer-enable-proxy-protocol': 'true' };
    const manifest = synthesize((chart) => publish(chart, existing({ serviceAnnotations })(chart), forward));
    expect(manifest.object('ConfigMap').data).toEqual({ 9000: 'shop/orders:9000:PROXY' });
    expect(manifest.object('Service').metadata.annotations).toBeUndefined();
  });

  test('needs the flag, because nobody adds it', () => {
    expect(refusal((chart) => publish(chart, existing({ args: ['--tcp-services-configmap=edge/tcp'] })(chart), { ...forward, protocol: UDP }))).toMatchSnapshot();
  });

  test('has its ports taken', () => {
    expect(refusal((chart) => publish(chart, existing({})(chart), { ...forward, listenPort: 8443 }))).toContain('taken in the controller\'s Pod by its admission webhook');
  });

  test('is not applied by the client', () => {
    expect(refusal(existing({}, { serverSideApply: false }))).toMatchSnapshot();
  });

  test('is described in the words of Kubernetes', () => {
    const props = { namespaceName: 'Edge', serviceName: '1st', serviceType: 'LoadBalanced', serviceAnnotations: 'none', args: ['--v', 2] };
    expect(refusal(existing(props as unknown as l4.ExistingControllerProps))).toMatchSnapshot();
    expect(refusal(existing({ args: '--tcp' as unknown as string[] }))).toContain('fix  put it in brackets: ["--tcp"]');
    expect(refusal(existing(undefined as unknown as l4.ExistingControllerProps))).toMatch(/ named fields is missing/);
  });
});

describe('a controller that could not forward', () => {
  test('has arguments with a variable that it does not have', () => {
    expect(refusedThrough(smallController({ container: { env: [] } }), [forward])).toMatchSnapshot();
    expect(forwardThrough(smallController({ container: { env: null, envFrom: [{ configMapRef: { name: 'env' } }] } }), [forward]).object('Deployment')
      .spec.template.spec.containers[0].args).toContain('--tcp-services-configmap=edge/tcp-services');
  });

  test('has no Service', () => {
    expect(refusedThrough([workload()], [forward])).toMatchSnapshot();
  });

  test('has a Service for its webhook and its metrics only', () => {
    const internal = service({ ports: [{ port: 443, targetPort: 'webhook' }, { name: 'metrics', port: 10254 }, { port: 9443, targetPort: 8443 }] });
    expect(refusedThrough([workload({ args: ['--validating-webhook=:8443'] }), internal], [forward])).toContain('no Service leads to nginx in the controller edge/nginx');
  });

  test('has a flag that names no ConfigMap', () => {
    expect(refusedThrough(smallController({ args: ['--tcp-services-configmap=tcp-services'] }), [forward])).toMatchSnapshot();
    expect(refusedThrough(smallController({ args: ['--udp-services-configmap=$(CONFIG)/udp'] }), [forward])).toContain('does not name a ConfigMap');
  });

  test('is started by a script', () => {
    expect(refusedThrough(smallController({ container: { command: ['sh', '-c', 'exec /nginx-ingress-controller'], args: null } }), [forward])).toMatchSnapshot();
  });

  test('watches a namespace in which its ConfigMap is not', () => {
    const backend = l4.Backend.existing({ serviceName: 'orders', namespaceName: 'shop' });
    const args = ['--watch-namespace=shop', '--tcp-services-configmap=edge/tcp-services'];
    expect(refusedThrough(smallController({ args }), [{ listenPort: 9000, backend }])).toMatchSnapshot();
    const manifest = forwardThrough(smallController({ args: ['--watch-namespace=shop'] }), [{ listenPort: 9000, backend }]);
    expect(manifest.object('ConfigMap', 'tcp-services').metadata.namespace).toBe('shop');
  });
});

describe('a controller', () => {
  const argsOf = (wishes: Parameters<typeof smallController>[0]) =>
    forwardThrough(smallController(wishes), [forward]).object('Deployment').spec.template.spec.containers[0].args;

  test('on the network of its node needs no Service', () => {
    expect(forwardThrough([workload({ pod: { hostNetwork: true } })], [forward]).objects).toHaveLength(2);
  });

  test('on ports of its node gets a host port where it has one already', () => {
    const http = { name: 'tcp-9000', containerPort: 80, hostPort: 80 };
    const declared = { name: 'sql', containerPort: 5432 };
    const container = { ports: [http, declared, { containerPort: 9001, hostPort: 19001 }] };
    const forwards = [forward, { ...forward, listenPort: 5432 }, { ...forward, listenPort: 9001 }];
    expect(forwardThrough([workload({ container })], forwards).object('Deployment').spec.template.spec.containers[0].ports).toEqual([
      http,
      { ...declared, hostPort: 5432 },
      { containerPort: 9001, hostPort: 19001 },
      { name: 'tcp-9000-2', containerPort: 9000, hostPort: 9000, protocol: 'TCP' },
    ]);
  });

  test('whose flag is there keeps it, in both spellings', () => {
    for (const args of [['--tcp-services-configmap=edge/tcp'], ['--tcp-services-configmap', 'edge/tcp']]) {
      expect(argsOf({ args }).slice(2)).toEqual(args);
    }
  });

  test('whose flag is there twice listens to the last one', () => {
    const args = ['--tcp-services-configmap=edge/first', '--tcp-services-configmap', 'edge/last'];
    expect(forwardThrough(smallController({ args }), [forward]).objects.map(({ metadata }) => metadata.name)).toContain('last');
  });

  test('whose flag is empty gets it', () => {
    expect(argsOf({ args: ['--tcp-services-configmap='] }).slice(2)).toEqual(['--tcp-services-configmap=', '--tcp-services-configmap=$(POD_NAMESPACE)/tcp-services']);
  });

  test('whose flag names a ConfigMap that is not there gets it', () => {
    const manifest = forwardThrough(smallController({ args: ['--tcp-services-configmap=other/mine'] }), [forward]);
    expect(manifest.object('ConfigMap', 'mine')).toMatchObject({ metadata: { namespace: 'other' }, data: { 9000: 'shop/orders:9000' } });
  });

  test('whose program is in its command gets arguments', () => {
    expect(argsOf({ container: { command: ['/usr/bin/dumb-init', '--', '/nginx-ingress-controller'], args: undefined } }))
      .toEqual(['--tcp-services-configmap=$(POD_NAMESPACE)/tcp-services']);
  });

  test('whose program is in its image gets it with its arguments', () => {
    expect(argsOf({ container: { args: undefined } })).toEqual(['/nginx-ingress-controller', '--tcp-services-configmap=$(POD_NAMESPACE)/tcp-services']);
  });

  test('of another builder is known by its image', () => {
    expect(argsOf({ container: { image: 'docker.io/bitnami/nginx-ingress-controller:1.11.2', args: ['--v=2'] } })).toHaveLength(2);
  });

  test('with the default ConfigMap at hand keeps its entries, labels and annotations', () => {
    const present: any = configMap('tcp-services', { 5432: 'bank/accounts:5432' });
    present.metadata = { ...present.metadata, labels: { team: 'bank' }, annotations: { note: 'kept' } };
    expect(forwardThrough(smallController({ others: [present], ports: [{ name: 'accounts', port: 5432 }] }), [forward]).object('ConfigMap', 'tcp-services'))
      .toEqual({ ...present, data: { 5432: 'bank/accounts:5432', 9000: 'shop/orders:9000' } });
  });

  test.each([undefined, null, {}])('with an empty ConfigMap (data: %p) fills it', (data) => {
    expect(forwardThrough(smallController({ others: [configMap('tcp-services', data)] }), [forward]).object('ConfigMap', 'tcp-services').data)
      .toEqual({ 9000: 'shop/orders:9000' });
  });

  test('whose Service has one port without a name gives it one', () => {
    const named = forwardThrough(smallController({ ports: [{ port: 80, targetPort: 80 }] }), [forward]).object('Service').spec.ports;
    expect(named.map(({ name }: any) => name)).toEqual(['tcp-80', 'tcp-9000']);
  });

  test('whose Service has the usual name for another port uses the next one', () => {
    const ports = [{ name: 'tcp-9000', port: 80 }, { name: 'tcp-9000-2', port: 443 }];
    expect(forwardThrough(smallController({ ports }), [forward]).object('Service').spec.ports[2].name).toBe('tcp-9000-3');
  });

  test('behind a Service of type ClusterIP gets its port there', () => {
    expect(forwardThrough(smallController({ service: { type: 'ClusterIP' } }), [forward]).object('Service').spec.ports).toHaveLength(3);
  });

  test('whose namespace is left to kubectl has its ConfigMap left to it too', () => {
    const unplaced = smallController().map(({ metadata: { namespace, ...metadata }, ...object }) => ({ ...object, metadata }) as KubeObject);
    const manifest = forwardThrough(unplaced, [forward]);
    expect(manifest.objects.map(({ metadata }) => metadata.namespace)).toEqual([undefined, undefined, undefined, undefined]);
    expect(manifest.object('ConfigMap', 'tcp-services').data).toEqual({ 9000: 'shop/orders:9000' });
  });

  test('whose namespace is the one of its chart has its ConfigMap there', () => {
    const chart = new Chart(new App(), 'edge', { namespace: 'platform' });
    const unplaced = smallController().map(({ metadata: { namespace, ...metadata }, ...object }) => ({ ...object, metadata }) as KubeObject);
    publish(chart, dataPlaneOver(chart, unplaced), forward);
    expect(new Set(Testing.synth(chart).map(({ metadata }) => metadata.namespace))).toEqual(new Set(['platform']));
  });
});

describe('plain JavaScript', () => {
  const made = (...args: unknown[]) => refusal((chart) => new (l4.IngressNginx as any)(chart, 'nginx', ...args));

  test('is told what a controller is', () => {
    expect(made({ controller: 'deploy.yaml', serverSideApply: 'yes', nodePortRange: { first: 6000, last: 5000 }, kubernetesVersion: '1.31' })).toMatchSnapshot();
  });

  test('is told what the properties are', () => {
    expect(made(null)).toMatch(/ named fields is missing/);
    expect(made({ controller: (l4.IngressNginxController as any).manifest(HELM_RELEASE, 'web') })).toContain('fix  write { controllerName: \'ingress-nginx-controller\' }');
    expect(made({ controller: (l4.IngressNginxController as any).upstream('gce') })).toContain('"gce" is not a provider');
    expect(made({ controller: (l4.IngressNginxController as any).upstream(undefined, null) })).toMatch(/ named fields is missing/);
    expect(made({ controller: (l4.IngressNginxController as any).objects('nginx') })).toContain('"nginx" is not a construct');
    expect(made({ controller: (l4.IngressNginxController as any).manifest() })).toContain('the path of a file or a URL is missing');
  });

  test('is told that objects are in charts', () => {
    expect(() => new l4.IngressNginx(new App(), 'nginx')).toThrow('it is in no chart');
  });
});
