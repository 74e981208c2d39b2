import { ApiObject, App, Chart, Testing } from 'cdk8s';
import * as kplus27 from 'cdk8s-plus-27';
import * as kplus33 from 'cdk8s-plus-33';
import * as kplus34 from 'cdk8s-plus-34';
import * as l4 from '../../src';
import { emit } from '../../src/data-planes/ingress-nginx/emit';
import { upstreamManifest } from '../../src/data-planes/ingress-nginx/upstream/upstream-manifest';
import type { Forward } from '../../src/model/forward';
import { differences } from '../data-planes/ingress-nginx/differences';
import { smallController } from '../data-planes/ingress-nginx/small-controller';
import { Manifest, refusal, synthesize, synthesizeApp } from '../manifest';

const { UDP } = l4.Protocol;
const selector = l4.PodSelector.labels({ app: 'orders' });

/** Publishes through a controller that someone else deploys, so that the output is what the ingress adds. */
const publish = (chart: Chart, ...forwards: l4.ForwardOptions[]) =>
  new l4.MultiPortTcpIngress(chart, 'edge', { dataPlane: existingNginx(chart), forwards });
const existingNginx = (chart: Chart) => new l4.IngressNginx(chart, 'nginx', { controller: l4.IngressNginxController.existing({}) });
const entries = (build: (chart: Chart) => void) => synthesize(build).object('ConfigMap', 'tcp-services').data;
const published = (...forwards: l4.ForwardOptions[]) => entries((chart) => publish(chart, ...forwards));

describe('two workloads behind one address, each on a port of its own', () => {
  const manifest = synthesizeApp((app) => {
    const shop = new Chart(app, 'shop', { namespace: 'default' });
    const forwards = [10000, 20000].map((port) => {
      const set = new l4.TcpStatefulSet(shop, `xyz-port-${port}`, {
        image: 'alpine', ports: [{ name: 'tcp', targetPort: port }], command: ['nc', '-lk', '-p', `${port}`],
      });
      const service = new l4.ClusterIpService(shop, `xyz-${port}`, { selector: l4.PodSelector.workload(set), ports: [{ servicePort: port }] });
      return { listenPort: port, backend: l4.Backend.service(service) };
    });
    new l4.MultiPortTcpIngress(shop, 'edge', { dataPlane: new l4.IngressNginx(new Chart(app, 'ingress-nginx'), 'nginx'), forwards });
  });

  test('each get a ClusterIP Service that selects no Pods of the other', () => {
    const services = [10000, 20000].map((port) => manifest.object('Service', `xyz-${port}`));
    expect(new Manifest(services)).toMatchSnapshot();
    for (const { spec } of services) {
      const labels = manifest.objects.filter(({ kind }) => kind === 'StatefulSet').map((set) => set.spec.template.metadata.labels);
      expect(labels.filter((own) => Object.entries(spec.selector).every(([key, value]) => own[key] === value))).toHaveLength(1);
    }
  });

  test('share the flag and the Service of the controller', () => {
    const controller = manifest.objects.filter(({ metadata }) => !/^xyz/.test(metadata.name));
    expect(differences(upstreamManifest(l4.IngressNginxProvider.CLOUD), controller)).toMatchSnapshot();
  });

  test('are told apart by an entry each', () => {
    expect(new Manifest([manifest.object('ConfigMap', 'tcp-services')])).toMatchSnapshot();
  });
});

describe('a backend', () => {
  test('may be a Service with one port', () => {
    expect(entries((chart) => {
      const orders = new l4.ClusterIpService(chart, 'orders', { metadata: { namespace: 'shop' }, selector, ports: [{ servicePort: 80, targetPort: 5432 }] });
      publish(chart, { listenPort: 5432, backend: l4.Backend.service(orders) });
    })).toEqual({ 5432: 'shop/orders:80' });
  });

  test('may be one port of several, by number or by name', () => {
    expect(entries((chart) => {
      const orders = new l4.ClusterIpService(chart, 'orders', { selector, ports: [{ name: 'sql', servicePort: 5432 }, { name: 'rest', servicePort: 80 }] });
      publish(chart,
        { listenPort: 9000, backend: l4.Backend.service(orders, { servicePort: 80 }) },
        { listenPort: 9001, backend: l4.Backend.service(orders, { servicePortName: 'sql' }) },
        { listenPort: 9002, backend: l4.Backend.service(orders, { servicePort: 80, servicePortName: 'rest' }) });
    })).toEqual({ 9000: 'default/orders:80', 9001: 'default/orders:sql', 9002: 'default/orders:rest' });
  });

  test('may be the only port of a protocol', () => {
    expect(synthesize((chart) => {
      const ports = [{ servicePort: 53, protocol: UDP }, { servicePort: 53 }];
      const dns = new l4.HeadlessService(chart, 'dns', { selector, ports });
      publish(chart, { listenPort: 53, backend: l4.Backend.service(dns), protocol: UDP });
    }).object('ConfigMap', 'udp-services').data).toEqual({ 53: 'default/dns:53' });
  });

  test('may be outside the cluster', () => {
    expect(entries((chart) => {
      const legacy = new l4.ExternalEndpointService(chart, 'legacy', { target: l4.ExternalTarget.endpoints([{ ip: '10.20.0.15' }]), ports: [{ servicePort: 5432 }] });
      publish(chart, { listenPort: 5432, backend: l4.Backend.service(legacy) });
    })).toEqual({ 5432: 'default/legacy:5432' });
  });

  test.each([['27', kplus27], ['33', kplus33], ['34', kplus34]])('may be a Service of cdk8s-plus-%s', (_version, { Service, Protocol }: any) => {
    expect(entries((chart) => {
      const orders = new Service(chart, 'orders', {
        metadata: { name: 'orders', namespace: 'shop' }, ports: [{ port: 80, name: 'rest' }, { port: 53, name: 'dns', protocol: Protocol.UDP }],
      });
      publish(chart, { listenPort: 9000, backend: l4.Backend.service(orders) });
    })).toEqual({ 9000: 'shop/orders:80' });
  });

  test('may be any ApiObject of kind Service', () => {
    expect(entries((chart) => {
      const orders = new ApiObject(chart, 'orders', { apiVersion: 'v1', kind: 'Service', metadata: { name: 'orders' }, spec: { ports: [{ port: 80 }] } });
      publish(chart, { listenPort: 9000, backend: l4.Backend.service(orders) });
    })).toEqual({ 9000: 'default/orders:80' });
  });

  test('is in the namespace of its chart', () => {
    const manifest = synthesizeApp((app) => {
      const shop = new Chart(app, 'shop', { namespace: 'shop' });
      const edge = new Chart(app, 'edge');
      const orders = new l4.ClusterIpService(shop, 'orders', { selector, ports: [{ servicePort: 80 }] });
      publish(edge, { listenPort: 80 + 9000, backend: l4.Backend.service(orders) });
    });
    expect(manifest.object('ConfigMap', 'tcp-services').data).toEqual({ 9080: 'shop/orders:80' });
  });

  test('may live elsewhere', () => {
    expect(published(
      { listenPort: 5432, backend: l4.Backend.existing({ serviceName: 'orders' }) },
      { listenPort: 5433, backend: l4.Backend.existing({ serviceName: 'orders', namespaceName: 'shop', servicePort: 5432 }) },
      { listenPort: 5434, backend: l4.Backend.existing({ serviceName: 'orders', namespaceName: 'shop', servicePortName: 'sql' }) },
    )).toEqual({ 5432: 'default/orders:5432', 5433: 'shop/orders:5432', 5434: 'shop/orders:sql' });
  });

  test('may be Pods, behind a Service that is made for them', () => {
    expect(synthesize((chart) => publish(chart,
      { listenPort: 5432, backend: l4.Backend.pods(selector, { targetPortName: 'sql', namespaceName: 'shop' }) },
      { listenPort: 53, protocol: UDP, backend: l4.Backend.pods(selector) },
    ))).toMatchSnapshot();
  });

  test('may be the Pods of a TcpStatefulSet, under another name', () => {
    const manifest = synthesize((chart) => {
      const set = new l4.TcpStatefulSet(chart, 'orders-db', { image: 'postgres:16', ports: [{ name: 'sql', targetPort: 5432 }] });
      publish(chart, { listenPort: 15432, backend: l4.Backend.pods(l4.PodSelector.workload(set), { targetPort: 5432, serviceName: 'orders' }) });
    });
    expect(manifest.object('Service', 'orders').spec.ports).toEqual([{ port: 15432, protocol: 'TCP', targetPort: 5432 }]);
    expect(manifest.object('ConfigMap', 'tcp-services').data).toEqual({ 15432: 'default/orders:15432' });
  });

  test('gets its Service only when the forward is accepted', () => {
    const chart = new Chart(new App(), 'shop');
    const ingress = publish(chart);
    const backend = l4.Backend.pods(selector, { targetPort: 5432 });
    expect(() => ingress.forward({ listenPort: 9000, backend, nodePort: 80 })).toThrow('node port 80 is outside 30000-32767');
    ingress.forward({ listenPort: 9000, backend });
    expect(() => ingress.forward({ listenPort: 9000, backend })).toThrow('9000/TCP is already published by forward(9000) of \'shop/edge\'');
    expect(Testing.synth(chart).map(({ metadata }) => metadata.name)).toEqual(['ingress-nginx-controller', 'tcp-services', 'edge-9000']);
  });
});

describe('the PROXY protocol', () => {
  const backend = l4.Backend.existing({ serviceName: 'orders' });

  test('may come in, go out, or both', () => {
    expect(published(
      { listenPort: 9001, backend, acceptProxyProtocol: true },
      { listenPort: 9002, backend, sendProxyProtocol: true },
      { listenPort: 9003, backend, acceptProxyProtocol: true, sendProxyProtocol: true },
    )).toEqual({ 9001: 'default/orders:9001:PROXY', 9002: 'default/orders:9002::PROXY', 9003: 'default/orders:9003:PROXY:PROXY' });
  });
});

describe('a backend is refused', () => {
  const refused = (build: (chart: Chart) => l4.Backend, more: Partial<l4.ForwardOptions> = {}) =>
    refusal((chart) => publish(chart, { listenPort: 9000, backend: build(chart), ...more }));
  const orders = (chart: Chart) => new l4.ClusterIpService(chart, 'orders', { selector, ports: [{ name: 'sql', servicePort: 5432 }, { name: 'rest', servicePort: 80 }] });

  test('when its Service has no such port', () => {
    expect(refused((chart) => l4.Backend.service(orders(chart), { servicePort: 9000 }))).toMatchSnapshot();
    expect(refused((chart) => l4.Backend.service(orders(chart), { servicePortName: 'http' }))).toContain('has no TCP port "http"; it has "sql" 5432/TCP, "rest" 80/TCP');
  });

  test('when its Service has several ports and none is named', () => {
    expect(refused((chart) => l4.Backend.service(orders(chart)))).toMatchSnapshot();
  });

  test('when its Service has no port of the protocol', () => {
    expect(refused((chart) => l4.Backend.service(orders(chart)), { protocol: UDP })).toMatchSnapshot();
    expect(refused((chart) => l4.Backend.service(new l4.HeadlessService(chart, 'peers', { selector })))).toContain('it has none');
  });

  test('when its Service is only a name', () => {
    expect(refused((chart) => l4.Backend.service(new l4.ExternalNameService(chart, 'api', { externalName: 'api.example.com' })))).toMatchSnapshot();
    expect(refused((chart) => l4.Backend.service(new ApiObject(chart, 'api', {
      apiVersion: 'v1', kind: 'Service', metadata: { name: 'api' }, spec: { type: 'ExternalName', externalName: 'api.example.com', ports: [{ port: 443 }] },
    })))).toContain('Service default/api is of type ExternalName');
  });

  test('when it is no Service', () => {
    expect(refused((chart) => l4.Backend.service(new kplus27.Deployment(chart, 'orders', { containers: [{ image: 'orders' }] })))).toMatchSnapshot();
    expect(refused((chart) => l4.Backend.service(chart))).toContain('\'shop\' is no Service');
    expect(refused(() => l4.Backend.service('orders' as any))).toContain('"orders" is not a Service');
    expect(refused(() => l4.Backend.service(undefined as any))).toContain('a Service is missing');
  });

  test('when its Service is not complete yet', () => {
    expect(refused((chart) => l4.Backend.service(new kplus27.Service(chart, 'orders')))).toMatchSnapshot();
  });

  test('when the names of a Service elsewhere are none', () => {
    expect(refused(() => l4.Backend.existing({ serviceName: 'Orders', namespaceName: 'shop.example', servicePort: 0, servicePortName: 'sql' }))).toMatchSnapshot();
    expect(refused(() => l4.Backend.existing(undefined as any))).toContain('at   forwards[0].backend\n');
    expect(refused(() => l4.Backend.existing({} as any))).toContain('a Service name is missing');
  });

  test('when the Service that is made for Pods could not be', () => {
    expect(refused(() => l4.Backend.pods(l4.PodSelector.labels({ 'app!': 'orders' }), { targetPort: 70000, targetPortName: 'a name', serviceName: '1', namespaceName: 'A' }))).toMatchSnapshot();
    expect(refused(() => l4.Backend.pods({ app: 'orders' } as any))).toContain('{"app":"orders"} is not a PodSelector');
    expect(refused(() => l4.Backend.pods(selector, null as any))).toContain('at   forwards[0].backend.options');
  });

  test('when the Service that is made for Pods has the name of another', () => {
    expect(refusal((chart) => {
      new l4.ClusterIpService(chart, 'edge-9000', { selector, ports: [{ servicePort: 80 }] });
      publish(chart, { listenPort: 9000, backend: l4.Backend.pods(selector) });
    })).toMatchSnapshot();
    expect(refusal((chart) => publish(chart,
      { listenPort: 9000, backend: l4.Backend.pods(selector, { serviceName: 'orders' }) },
      { listenPort: 9001, backend: l4.Backend.pods(selector, { serviceName: 'orders' }) },
    ))).toContain('at   forwards[1].backend.serviceName');
  });

  test('when nobody says where it is written', () => {
    const app = new App();
    const dataPlane = existingNginx(new Chart(app, 'nginx'));
    expect(() => new l4.MultiPortTcpIngress(app, 'edge', { dataPlane, forwards: [{ listenPort: 9000, backend: l4.Backend.pods(selector) }] }))
      .toThrow('the ingress is in no chart');
  });
});

describe('plain JavaScript', () => {
  const backend = l4.Backend.existing({ serviceName: 'orders' });

  test('is told what a data plane is', () => {
    expect(refusal((chart) => new l4.MultiPortTcpIngress(chart, 'edge', { dataPlane: 'nginx', forwards: { listenPort: 9000 } } as any))).toMatchSnapshot();
    expect(refusal((chart) => new l4.MultiPortTcpIngress(chart, 'edge', undefined as any))).toContain('at   props');
  });

  test('is told what a forward is', () => {
    const forwards = [undefined, 9000, { listenPort: '9000', backend: 'orders', protocol: 'tcp', acceptProxyProtocol: 'yes', sendProxyProtocol: 1, nodePort: '30080' }];
    expect(refusal((chart) => publish(chart, ...forwards as any))).toMatchSnapshot();
    expect(refusal((chart) => publish(chart).forward(undefined as any))).toContain('at   forward(nothing)');
    expect(refusal((chart) => publish(chart).forward({ backend } as any))).toContain('a port number is missing');
  });
});

test('ten thousand forwards take seconds, not minutes: to as many ports of one Service, and through a manifest that has them already', () => {
  const ports = Array.from({ length: 10_000 }, (_, index) => 11_600 + index);
  const chart = new Chart(new App(), 'shop');
  const service = new ApiObject(chart, 'media', { apiVersion: 'v1', kind: 'Service', metadata: { name: 'media' }, spec: { ports: ports.map((port) => ({ name: `p-${port}`, port })) } });
  const forwards = ports.map((listenPort): Forward => ({
    listenPort, protocol: l4.Protocol.TCP, backend: { namespace: 'default', name: 'media', servicePort: listenPort }, acceptProxyProtocol: false, sendProxyProtocol: false,
  }));
  const start = performance.now();
  emit(smallController(), forwards).forEach((object, index) => new ApiObject(chart, `controller-${index}`, object));
  const dataPlane = new l4.IngressNginx(chart, 'nginx', { controller: l4.IngressNginxController.objects(chart) });
  new l4.MultiPortTcpIngress(chart, 'edge', { dataPlane, forwards: ports.map((listenPort) => ({ listenPort, backend: l4.Backend.service(service, { servicePort: listenPort }) })) });
  expect(dataPlane.apiObjects.find(({ name, kind }) => name === 'nginx' && kind === 'Service')!.toJson().spec.ports).toHaveLength(10_002);
  expect(performance.now() - start).toBeLessThan(20_000);
});
