import { ApiObject, App, Chart, JsonPatch } from 'cdk8s';
import { Construct } from 'constructs';
import * as l4 from '../../src';
import { refusal, synthesize, synthesizeApp } from '../manifest';

const selector = l4.PodSelector.labels({ app: 'httpecho' });
const ports = [{ servicePort: 80, targetPort: 5000 }];

describe('names', () => {
  test('a construct id in camel case becomes a name in kebab case', () => {
    expect(synthesize((chart) => new l4.ClusterIpService(chart, 'HttpEcho2_public', { selector, ports })).objects[0].metadata.name).toBe('http-echo2-public');
  });

  test('the object is the default child, so that cdk8s finds it', () => {
    const chart = new Chart(new App(), 'shop');
    const service = new l4.HeadlessService(chart, 'members', { selector });
    expect(ApiObject.of(service)).toBe(service.apiObject);
    expect({ name: service.name, kind: service.kind, apiVersion: service.apiVersion }).toEqual({ name: 'members', kind: 'Service', apiVersion: 'v1' });
  });

  test('DNS names, from the nearest client to the farthest', () => {
    const chart = new Chart(new App(), 'shop', { namespace: 'shop' });
    const service = new l4.ClusterIpService(chart, 'orders', { selector, ports });
    expect(service.dnsNames).toEqual(['orders', 'orders.shop', 'orders.shop.svc', 'orders.shop.svc.cluster.local']);
    expect(service.dnsNameIn('k8s.example.com')).toBe('orders.shop.svc.k8s.example.com');
  });

  test('DNS names in the namespace of kubectl where no other is said', () => {
    const service = new l4.ExternalNameService(new Chart(new App(), 'shop'), 'ext-api', { externalName: 'api.ipify.org' });
    expect(service.dnsNames[3]).toBe('ext-api.default.svc.cluster.local');
  });

  test('the same name in two namespaces is two objects', () => {
    expect(synthesizeApp((app) => ['shop', 'shop-test'].forEach((namespace) => {
      new l4.ExternalNameService(new Chart(app, namespace, { namespace }), 'ext-api', { externalName: 'api.ipify.org' });
    }))).toMatchSnapshot();
  });

  test('the same name in two charts may be meant for two clusters', () => {
    expect(synthesizeApp((app) => ['staging', 'production'].forEach((id) => {
      new l4.ExternalNameService(new Chart(app, id), 'ext-api', { externalName: 'api.ipify.org' });
    })).objects).toHaveLength(2);
  });

  test('refused: the same Service twice in one chart', () => {
    expect(refusal((chart) => ['front', 'back'].forEach((id) => {
      new l4.ExternalNameService(new Construct(chart, id), 'ext-api', { externalName: 'api.ipify.org' });
    }))).toMatchSnapshot();
  });

  test('refused: a name that starts with a digit, as long as old clusters refuse it', () => {
    expect(refusal((chart) => new l4.ClusterIpService(chart, '3scale', { selector, ports }))).toMatchSnapshot();
  });

  test('refused: a name longer than a DNS label', () => {
    expect(refusal((chart) => new l4.ClusterIpService(chart, 'orders', { selector, ports, metadata: { name: 'orders-'.repeat(10) } }))).toMatchSnapshot();
  });
});

describe('metadata', () => {
  test('labels, annotations and namespace are kept', () => {
    expect(synthesize((chart) => new l4.ClusterIpService(chart, 'httpecho', {
      selector,
      ports,
      metadata: { name: 'echo', namespace: 'tools', labels: { team: 'web' }, annotations: { 'example.com/owner': 'web team' } },
    }))).toMatchSnapshot();
  });

  test('the namespace and the labels of the chart', () => {
    expect(synthesizeApp((app) => {
      const chart = new Chart(app, 'shop', { namespace: 'shop', labels: { 'app.kubernetes.io/part-of': 'shop' } });
      new l4.ClusterIpService(chart, 'httpecho', { selector, ports });
    })).toMatchSnapshot();
  });

  test('the prefix of an annotation may have capital letters', () => {
    const annotations = { 'Example.com/owner': 'web' };
    expect(synthesize((chart) => new l4.ClusterIpService(chart, 'httpecho', { selector, ports, metadata: { annotations } })).object('Service').metadata.annotations).toEqual(annotations);
  });

  test('refused: annotations of more than 256 KiB, of which letters beside ASCII take more than one byte', () => {
    const metadata = (text: string) => ({ annotations: { 'example.com/notes': text } });
    const most = 256 * 1024 - 'example.com/notes'.length;
    const serviceWith = (text: string) => (chart: Chart) => new l4.ClusterIpService(chart, 'httpecho', { selector, ports, metadata: metadata(text) });
    expect(synthesize(serviceWith('x'.repeat(most))).objects).toHaveLength(1);
    expect(refusal(serviceWith('é'.repeat((most + 1) / 2)))).toMatchSnapshot();
  });

  test('refused: annotations that are too long with those of the load balancer', () => {
    const annotations = { 'example.com/notes': 'x'.repeat(256 * 1024 - 'example.com/notes'.length) };
    const loadBalancer = l4.LoadBalancer.azure({ internal: true });
    expect(refusal((chart) => new l4.LoadBalancerService(chart, 'httpecho', { selector, ports, loadBalancer, metadata: { annotations } }))).toContain('the annotations have 262203 bytes');
  });

  test('refused: a label with a line break, which is shown as such', () => {
    expect(refusal((chart) => new l4.ClusterIpService(chart, 'httpecho', { selector, ports, metadata: { labels: { 'team\n': 'web' } } }))).toMatchSnapshot();
  });

  test('a finalizer without a domain', () => {
    expect(refusal((chart) => new l4.ClusterIpService(chart, 'orders', { selector, ports, metadata: { finalizers: ['orphan', 'cleanup'] } }))).toMatchSnapshot();
  });

  test('refused: labels, annotations and a namespace that the API server does not take', () => {
    expect(refusal((chart) => new l4.ClusterIpService(chart, 'httpecho', {
      selector,
      ports,
      metadata: { namespace: 'My_Tools', labels: { 'the team': 'web team' }, annotations: { '/owner': 'web' } },
    }))).toMatchSnapshot();
  });
});

describe('escape hatches', () => {
  test('a JSON patch adds a field that is newer than this library knows', () => {
    expect(synthesize((chart) => {
      const service = new l4.ClusterIpService(chart, 'httpecho', { selector, ports, kubernetesVersion: l4.KubernetesVersion.V1_34 });
      service.apiObject.addJsonPatch(JsonPatch.add('/spec/trafficDistribution', 'PreferSameZone'));
    })).toMatchSnapshot();
  });

  test('a JSON patch says clusterIP and targetPort as Kubernetes does', () => {
    expect(synthesize((chart) => {
      const service = new l4.ClusterIpService(chart, 'httpecho', { selector, ports });
      service.apiObject.addJsonPatch(JsonPatch.add('/spec/clusterIP', '10.96.0.80'), JsonPatch.replace('/spec/ports/0/targetPort', 'http'));
    })).toMatchSnapshot();
  });
});

describe('the target version', () => {
  const local = { selector, ports, internalTrafficPolicy: l4.TrafficPolicy.LOCAL };

  test('of the app counts for all of its charts', () => {
    expect(() => synthesizeApp((app) => {
      l4.KubernetesVersion.V1_21.useIn(app);
      new l4.ClusterIpService(new Chart(app, 'shop'), 'httpecho', local);
    })).toThrow('Kubernetes 1.21');
  });

  test('of the chart counts more than that of the app', () => {
    expect(() => synthesizeApp((app) => {
      l4.KubernetesVersion.V1_31.useIn(app);
      const chart = new Chart(app, 'shop');
      l4.KubernetesVersion.V1_20.useIn(chart);
      new l4.ClusterIpService(chart, 'httpecho', local);
    })).toThrow('Kubernetes 1.20');
  });

  test('of the construct counts most', () => {
    expect(synthesizeApp((app) => {
      l4.KubernetesVersion.V1_20.useIn(app);
      new l4.ClusterIpService(new Chart(app, 'shop'), 'httpecho', { ...local, kubernetesVersion: l4.KubernetesVersion.V1_36 });
    }).object('Service').spec.internalTrafficPolicy).toBe('Local');
  });

  test('is 1.27 where nobody says', () => {
    expect(refusal((chart) => new l4.LoadBalancerService(chart, 'kubelet', { selector, ports: [{ servicePort: 10250 }] }))).toContain('Kubernetes 1.27');
  });
});

describe('where a Service stands', () => {
  test('a Service inside another construct is named after its own id', () => {
    const nested = synthesize((chart) => new l4.ClusterIpService(new Construct(new Construct(chart, 'platform'), 'edge'), 'httpecho', { selector, ports }));
    expect(nested.yaml).toEqual(synthesize((chart) => new l4.ClusterIpService(chart, 'httpecho', { selector, ports })).yaml);
  });

  test('refused: a Service in no chart', () => {
    expect(() => new l4.ClusterIpService(new App(), 'httpecho', { selector, ports })).toThrowErrorMatchingSnapshot();
  });
});
