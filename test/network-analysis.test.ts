import { join } from 'path';
import { ApiObject, App, Chart, Include, JsonPatch, Lazy, Testing } from 'cdk8s';
import * as kplus27 from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { inFolder } from './cli/run';
import { quietly } from './manifest';
import * as l4 from '../src';
import * as runChecks from '../src/checks/run-checks';

const ports = [{ servicePort: 5432 }];
const selector = l4.PodSelector.labels({ app: 'orders' });

/** A Deployment that listens on one port. */
function deployment(scope: Construct, name: string, containerPort: number, version: string): ApiObject {
  const labels = { app: 'orders', version };
  const containers = [{ name: 'server', image: name, ports: [{ containerPort }], readinessProbe: { tcpSocket: { port: containerPort } } }];
  return new ApiObject(scope, name, {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name },
    spec: { selector: { matchLabels: labels }, template: { metadata: { labels }, spec: { containers } } },
  } as never);
}

/** A Service that sends half of the connections to Pods that do not listen. */
function orders(scope: Construct): l4.ClusterIpService {
  deployment(scope, 'orders-db', 5432, 'v1');
  deployment(scope, 'orders-web', 8080, 'v2');
  return new l4.ClusterIpService(scope, 'orders', { selector, ports });
}

const OVERLAP = 'selector-overlap-port-missing';

/** What is printed on standard error. */
function printedBy(work: () => unknown): string {
  let printed = '';
  const spy = jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
  try {
    work();
  } finally {
    spy.mockRestore();
  }
  return printed;
}

const app = (props = {}) => new App({ outdir: '/dev/null', ...props });
const shop = (in_ = new App()) => new Chart(in_, 'shop');

describe('cdk8s synth', () => {
  test('fails with what, where, why, how to mend it, and where that is written', () => {
    const chart = shop();
    orders(chart);
    expect(() => Testing.synth(chart)).toThrowErrorMatchingSnapshot();
  });

  test('says everything that is wrong at once', () => {
    const chart = shop();
    orders(chart);
    new ApiObject(chart, 'web', { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web' }, spec: { type: 'ExternalName', externalName: '10.0.0.5' } } as never);
    expect(() => Testing.synth(chart)).toThrow(new RegExp(`\\[shop/orders/.*\\] error ${OVERLAP}[^]*\\[shop/web\\] error externalname-is-ip`));
  });

  test('says it no more when it is mended', () => {
    const chart = shop();
    const web = new ApiObject(chart, 'web', { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web' }, spec: { type: 'ExternalName', externalName: '10.0.0.5' } } as never);
    l4.NetworkAnalysis.of(chart);
    expect(() => Testing.synth(chart)).toThrow('[shop/web] error externalname-is-ip');
    web.addJsonPatch(JsonPatch.replace('/spec/externalName', 'mail.example.com'));
    expect(Testing.synth(chart)).toHaveLength(1);
    web.addJsonPatch(JsonPatch.replace('/spec/externalName', '10.0.0.6'));
    expect(() => Testing.synth(chart)).toThrow(/10\.0\.0\.6/);
  });

  test('says it no more when it is accepted', () => {
    const chart = shop();
    new ApiObject(chart, 'web', { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web' }, spec: { type: 'ExternalName', externalName: '10.0.0.5' } } as never);
    l4.NetworkAnalysis.of(chart);
    expect(() => Testing.synth(chart)).toThrow('[shop/web] error externalname-is-ip');
    l4.NetworkAnalysis.accept(chart, 'externalname-is-ip', 'a test');
    expect(Testing.synth(chart)).toHaveLength(1);
  });

  test('passes a Service whose Pods are not in the app', () => {
    const chart = shop();
    new l4.ClusterIpService(chart, 'orders', { selector, ports });
    expect(Testing.synth(chart)).toHaveLength(1);
  });

  test('prints warnings, once for an app', () => {
    const chart = shop();
    new l4.TcpStatefulSet(chart, 'orders-db', { image: 'postgres:16', ports: [{ name: 'sql', targetPort: 5432 }], readiness: l4.TcpReadiness.none() });
    const printed = printedBy(() => [Testing.synth(chart), Testing.synth(chart), Testing.synth(chart)]);
    expect(printed.match(/^warning readiness-missing: StatefulSet default\/orders-db/gm)).toHaveLength(1);
  });

  test('looks at the objects of everybody: manifests, other libraries, patches', () => {
    inFolder({ 'web.yaml': 'apiVersion: v1\nkind: Service\nmetadata: { name: web }\nspec: { type: ExternalName, externalName: 10.0.0.5 }\n' }, (folder) => {
      const chart = shop();
      new Include(chart, 'manifests', { url: `${folder}/web.yaml` });
      new kplus27.Service(chart, 'api', { type: kplus27.ServiceType.EXTERNAL_NAME, externalName: '10.0.0.6', metadata: { name: 'api' } });
      const patched = new l4.ExternalNameService(chart, 'mail', { externalName: 'mail.example.com' });
      patched.apiObject.addJsonPatch(JsonPatch.replace('/spec/externalName', '10.0.0.7'));
      const names = l4.NetworkAnalysis.of(chart).findings.filter(({ check }) => check === 'externalname-is-ip').map(({ name, constructPath }) => [name, constructPath]);
      expect(names).toEqual([['web', 'shop/manifests/web-service'], ['api', 'shop/api/Resource'], ['mail', 'shop/mail/Resource']]);
    });
  });

  test('looks into a list of objects', () => {
    const chart = shop();
    const item = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web' }, spec: { type: 'ExternalName', externalName: '10.0.0.5' } };
    new ApiObject(chart, 'all', { apiVersion: 'v1', kind: 'List', items: [item] } as never);
    expect(l4.NetworkAnalysis.of(chart).findings).toMatchObject([{ name: 'web', constructPath: 'shop/all' }]);
  });

  test('sees the Pods of one chart behind the Service of another', () => {
    const one = app();
    deployment(new Chart(one, 'pods'), 'orders-db', 5432, 'v1');
    deployment(one.node.children[0] as Chart, 'orders-web', 8080, 'v2');
    const chart = new Chart(one, 'services');
    new l4.ClusterIpService(chart, 'orders', { selector, ports });
    expect(() => Testing.synth(chart)).toThrow(OVERLAP);
  });

  test('leaves it to cdk8s to say that an object cannot be rendered', () => {
    const chart = shop();
    orders(chart);
    new ApiObject(chart, 'broken', { apiVersion: 'v1', kind: 'ConfigMap', data: Lazy.any({ produce: () => { throw new Error('no data yet'); } }) } as never);
    expect(() => Testing.synth(chart)).toThrow(/Failed serializing construct at path 'shop\/broken'[^]*no data yet/);
  });

  test('does not change what is written', () => {
    const build = (chart: Chart) => new kplus27.Deployment(chart, 'web', { containers: [{ image: 'web', portNumber: 8080 }], spread: true });
    const [plain, analyzed] = [shop(), shop()];
    build(plain);
    build(analyzed);
    l4.NetworkAnalysis.of(analyzed);
    expect(quietly(() => Testing.synth(analyzed))).toEqual(Testing.synth(plain));
  });
});

describe('the checks run', () => {
  const runsOf = (work: () => unknown) => {
    const spy = jest.spyOn(runChecks, 'runChecks');
    quietly(work);
    const runs = spy.mock.calls.length;
    spy.mockRestore();
    return runs;
  };

  test.each([1, 2, 30])('once for a synthesis of %i charts', (count) => inFolder({}, (folder) => {
    const one = app({ outdir: folder });
    for (let index = 0; index < count; index += 1) new l4.ClusterIpService(new Chart(one, `chart-${index}`), `orders-${index}`, { selector, ports });
    expect(runsOf(() => one.synth())).toBe(1);
    expect(runsOf(() => one.synthYaml())).toBeLessThanOrEqual(1);
  }));

  test('again when something was made or patched in between', () => {
    const chart = shop();
    const service = new l4.ExternalNameService(chart, 'mail', { externalName: 'mail.example.com' });
    expect(Testing.synth(chart)).toHaveLength(1);
    service.apiObject.addJsonPatch(JsonPatch.replace('/spec/externalName', '10.0.0.7'));
    expect(() => Testing.synth(chart)).toThrow('externalname-is-ip');
    service.apiObject.addJsonPatch(JsonPatch.replace('/spec/externalName', 'mail.example.com'));
    orders(chart);
    expect(() => Testing.synth(chart)).toThrow(OVERLAP);
  });

  test('again when the next synthesis comes later', async () => {
    let externalName = 'mail.example.com';
    const chart = shop();
    l4.NetworkAnalysis.of(chart);
    new ApiObject(chart, 'mail', {
      apiVersion: 'v1', kind: 'Service', metadata: { name: 'mail' }, spec: { type: 'ExternalName', externalName: Lazy.any({ produce: () => externalName }) },
    } as never);
    expect(Testing.synth(chart)).toHaveLength(1);
    await Promise.resolve();
    externalName = '10.0.0.7';
    expect(() => Testing.synth(chart)).toThrow('externalname-is-ip');
  });

  test('not where nothing of this library is in the app', () => {
    const chart = shop();
    deployment(chart, 'orders-db', 5432, 'v1');
    expect(runsOf(() => Testing.synth(chart))).toBe(0);
  });

  test('in an app that only has the analysis', () => {
    const one = app();
    l4.NetworkAnalysis.of(one);
    deployment(new Chart(one, 'shop'), 'orders-db', 5432, 'v1');
    expect(runsOf(() => Testing.synth(one.charts[0]))).toBe(1);
  });

  test('for an ingress that publishes the Service of someone else', () => {
    const chart = shop();
    const dataPlane = new l4.IngressNginx(chart, 'nginx');
    new l4.MultiPortTcpIngress(chart, 'edge', { dataPlane, forwards: [{ listenPort: 5432, backend: l4.Backend.existing({ serviceName: 'orders', namespaceName: 'shop' }) }] });
    expect(runsOf(() => Testing.synth(chart))).toBe(1);
  });
});

describe('the target version', () => {
  const near = (scope: Construct, id = 'near', kubernetesVersion?: l4.KubernetesVersion) => {
    const service = new l4.ClusterIpService(scope, id, { selector, ports, kubernetesVersion });
    service.apiObject.addJsonPatch(JsonPatch.add('/spec/trafficDistribution', 'PreferSameZone'));
  };
  const wrong = (scope: Construct) => l4.NetworkAnalysis.of(scope).findings.filter(({ check }) => check === 'traffic-distribution-version').map(({ name }) => name);

  test('is the one of the object: of its chart, or of its construct', () => {
    const one = app();
    const [old, recent] = [new Chart(one, 'old'), new Chart(one, 'recent')];
    l4.KubernetesVersion.V1_34.useIn(recent);
    near(old, 'too-new');
    near(old, 'told', l4.KubernetesVersion.V1_34);
    near(recent, 'fine');
    expect(wrong(one)).toEqual(['too-new']);
  });

  test('is that of the options for all objects, where they say one', () => {
    const chart = shop();
    l4.NetworkAnalysis.of(chart, { kubernetesVersion: l4.KubernetesVersion.V1_34 });
    near(chart);
    expect(wrong(chart)).toEqual([]);
  });
});

describe('options', () => {
  const synth = (options: l4.NetworkAnalysisOptions) => {
    const chart = shop();
    l4.NetworkAnalysis.of(chart, options);
    orders(chart);
    return printedBy(() => Testing.synth(chart));
  };

  test('nothing fails where nothing shall: it is printed', () => {
    expect(synth({ failOn: l4.FailOn.NOTHING })).toContain(`error ${OVERLAP}: Service default/orders `);
  });

  test('warnings fail where they shall', () => {
    const chart = shop();
    l4.NetworkAnalysis.of(chart, { failOn: l4.FailOn.WARNING });
    new l4.TcpStatefulSet(chart, 'orders-db', { image: 'postgres:16', ports: [{ name: 'sql', targetPort: 5432 }], readiness: l4.TcpReadiness.none() });
    expect(() => Testing.synth(chart)).toThrow('warning readiness-missing');
  });

  test('a check that is skipped finds nothing, and neither does one that is not among the only ones', () => {
    expect(synth({ skip: [OVERLAP] })).toBe('');
    expect(synth({ only: ['externalname-is-ip'] })).toBe('');
  });

  test('a finding is ignored by object', () => {
    expect(synth({ ignore: [{ check: OVERLAP, object: 'Service */orders', reason: 'both listen' }] })).toBe('');
  });

  test('refused: names that no check has, and everything else at once', () => {
    expect(() => synth({
      failOn: 'fatal' as never,
      only: ['selector-overlap-port-mising'],
      skip: 'all' as never,
      kubernetesVersion: '1.31' as never,
      ignore: [{ check: 'nothing', object: 'orders', reason: '' }],
    })).toThrowErrorMatchingSnapshot();
  });

  test('refused: options twice', () => {
    const chart = shop();
    l4.NetworkAnalysis.of(chart, { failOn: l4.FailOn.WARNING });
    l4.NetworkAnalysis.of(chart);
    expect(() => l4.NetworkAnalysis.of(chart.node.root, { failOn: l4.FailOn.ERROR })).toThrowErrorMatchingSnapshot();
  });
});

describe('a finding is accepted', () => {
  test('on the objects of a construct, or of one around it', () => {
    for (const scope of [(service: l4.Service) => service, (service: l4.Service) => Chart.of(service), (service: l4.Service) => service.node.root]) {
      const chart = shop();
      l4.NetworkAnalysis.accept(scope(orders(chart)), OVERLAP, 'both listen');
      expect(printedBy(() => Testing.synth(chart))).toBe('');
    }
  });

  test('not on objects beside the construct', () => {
    const chart = shop();
    orders(chart);
    l4.NetworkAnalysis.accept(new Construct(chart, 'order'), OVERLAP, 'both listen');
    expect(() => quietly(() => Testing.synth(chart))).toThrow(OVERLAP);
  });

  test('in vain is printed', () => {
    const chart = shop();
    l4.NetworkAnalysis.accept(new l4.ClusterIpService(chart, 'orders', { selector, ports }), OVERLAP, 'both listen');
    l4.NetworkAnalysis.accept(chart.node.root, OVERLAP, 'both listen');
    expect(printedBy(() => Testing.synth(chart))).toMatchSnapshot();
  });

  test('by an annotation on the object', () => {
    const chart = shop();
    orders(chart).apiObject.metadata.addAnnotation(`cdk8s-l4/ignore.${OVERLAP}`, 'both listen');
    expect(printedBy(() => Testing.synth(chart))).toBe('');
  });

  test('not by an annotation of no check, or without a reason, which is printed', () => {
    const chart = shop();
    const { metadata } = orders(chart).apiObject;
    metadata.addAnnotation(`cdk8s-l4/ignore.${OVERLAP}s`, 'both listen');
    metadata.addAnnotation(`cdk8s-l4/ignore.${OVERLAP}`, '');
    const printed = printedBy(() => expect(() => Testing.synth(chart)).toThrow(OVERLAP));
    expect(printed).toContain(`annotation Service default/orders is annotated with cdk8s-l4/ignore.${OVERLAP}s: "${OVERLAP}s" is not the name of a check; write "${OVERLAP}" (shop/orders/Resource)`);
    expect(printed).toContain(`annotation Service default/orders is annotated with cdk8s-l4/ignore.${OVERLAP} without a reason`);
  });

  test('refused: without a reason, or of no check', () => {
    expect(() => l4.NetworkAnalysis.accept(shop(), 'selector-overlap', ' ')).toThrowErrorMatchingSnapshot();
  });
});

describe('findings', () => {
  test('of an app name the construct', () => {
    const chart = shop();
    orders(chart);
    expect(l4.NetworkAnalysis.of(chart).findings).toMatchSnapshot();
  });

  test('of manifests name the file and the line', () => {
    inFolder({ 'web.yaml': 'apiVersion: v1\nkind: Service\nmetadata: { name: web }\nspec:\n  type: ExternalName\n  externalName: 10.0.0.5\n' }, (folder) => {
      const file = `${folder}/web.yaml`;
      expect(l4.NetworkAnalysis.ofManifests([folder]).findings).toMatchObject([{ check: 'externalname-is-ip', at: 'spec.externalName', file, line: 6 }]);
      expect(l4.NetworkAnalysis.ofManifests([file], { skip: ['externalname-is-ip'] }).findings).toEqual([]);
    });
  });

  test('refused: manifests that are not there or cannot be read', () => {
    expect(() => l4.NetworkAnalysis.ofManifests(['nowhere.yaml'])).toThrow('there is no file or folder "nowhere.yaml"');
    expect(() => l4.NetworkAnalysis.ofManifests('web.yaml' as never)).toThrow('put it in brackets: ["web.yaml"]');
    inFolder({ 'broken.yaml': 'kind: [\n' }, (folder) => expect(() => l4.NetworkAnalysis.ofManifests([folder])).toThrow('broken.yaml'));
  });
});

describe('a connection is followed', () => {
  const { listenPort, from } = { listenPort: 5432, from: l4.ClientPlace.EXTERNAL };

  test('to the Pods that answer, and to those that do not', () => {
    const chart = shop();
    orders(chart);
    const { text, outcomes, hops } = l4.NetworkAnalysis.of(chart).trace('orders', { listenPort });
    expect(text).toMatchSnapshot();
    expect(outcomes.map(({ result, share }) => [result, share])).toEqual([[l4.ConnectionResult.ANSWERED, 0.5], [l4.ConnectionResult.REFUSED, 0.5]]);
    expect(hops[0]).toMatchObject({ object: 'Service default/orders', at: 'spec.ports[0]' });
  });

  test('through the data plane that the app makes', () => {
    const chart = shop();
    const dataPlane = new l4.IngressNginx(chart, 'nginx');
    const backend = new l4.TcpStatefulSet(chart, 'orders-db', { image: 'postgres:16', ports: [{ name: 'sql', targetPort: 5432 }], replicas: 3 });
    const pods = l4.Backend.pods(l4.PodSelector.workload(backend), { targetPort: 5432 });
    new l4.MultiPortTcpIngress(chart, 'edge', { dataPlane, forwards: [{ listenPort, backend: pods }] });
    expect(l4.NetworkAnalysis.of(chart).trace('ingress-nginx', { listenPort, from }).text).toMatchSnapshot();
  });

  test('through a Gateway, by its name and by its address', () => {
    const [file, target] = [join(__dirname, 'trace/gateway/an-address-leads-to-the-gateway-that-listens.yaml'), 'gateway/infra/inner'];
    const analysis = l4.NetworkAnalysis.ofManifests([file]);
    const { hops, outcomes } = analysis.trace(target, { listenPort: 6379, from });
    expect(hops.slice(0, 2)).toMatchObject([{ object: 'Gateway infra/inner', at: 'spec.listeners[0]' }, { object: 'TCPRoute infra/cache' }]);
    expect(outcomes.map(({ result }) => result)).toEqual([l4.ConnectionResult.ANSWERED]);
    expect(analysis.trace('203.0.113.7', { listenPort: 6379, from }).outcomes).toEqual(outcomes);
  });

  test('as far as NetworkPolicies let a Pod with these labels', () => {
    const analysis = l4.NetworkAnalysis.ofManifests([join(__dirname, 'trace/policies/a-policy-lets-the-client-in.yaml')]);
    const resultFor = (name: string) => analysis.trace('shop/orders', { listenPort, clientNamespace: 'shop', clientLabels: { app: name } }).outcomes[0].result;
    expect([resultFor('web'), resultFor('report')]).toEqual([l4.ConnectionResult.ANSWERED, l4.ConnectionResult.TIMED_OUT]);
  });

  test('refused: labels that no Pod can have, and labels of a client that is no Pod', () => {
    const chart = shop();
    orders(chart);
    const trace = (options: Partial<l4.TraceOptions>) => () => l4.NetworkAnalysis.of(chart).trace('orders', { listenPort, ...options });
    expect(trace({ clientNamespace: 'My Shop', clientLabels: { app: 'a b' } })).toThrowErrorMatchingSnapshot();
    expect(trace({ from, clientLabels: { app: 'web' } })).toThrowErrorMatchingSnapshot();
    expect(trace({ clientLabels: 'app=web' as never })).toThrow('clientLabels');
  });

  test('refused: a target that is not there, and a port that is none', () => {
    const chart = shop();
    orders(chart);
    expect(() => l4.NetworkAnalysis.of(chart).trace('shop/order', { listenPort })).toThrowErrorMatchingSnapshot();
    expect(() => l4.NetworkAnalysis.of(chart).trace('orders', { listenPort: '5432' as never, from: 'moon' as never })).toThrow(/listenPort[^]*ClientPlace\.POD/);
  });
});

test('the graph of an app shows what does not get through', () => {
  const chart = shop();
  orders(chart);
  expect(l4.NetworkAnalysis.of(chart).graph()).toMatchSnapshot();
});
