import { ApiObject, Chart, type ApiObjectProps } from 'cdk8s';
import * as kplus27 from 'cdk8s-plus-27';
import * as kplus33 from 'cdk8s-plus-33';
import * as kplus34 from 'cdk8s-plus-34';
import { Construct, type IConstruct } from 'constructs';
import * as l4 from '../../src';
import { refusal, synthesize, synthesizeApp } from '../manifest';

const ports = [{ servicePort: 80 }];
const containers = [{ image: 'web', portNumber: 8080 }];

const serviceOf = (build: (chart: Chart) => l4.PodSelector) => synthesize((chart) => new l4.ClusterIpService(chart, 'svc', { selector: build(chart), ports }));
const selectorOf = (build: (chart: Chart) => l4.PodSelector) => serviceOf(build).object('Service', 'svc').spec.selector;
const refusalOf = (build: (chart: Chart) => l4.PodSelector) => refusal((chart) => new l4.ClusterIpService(chart, 'svc', { selector: build(chart), ports }));

const template = (labels: Record<string, string>) => ({ metadata: { labels }, spec: { containers: [{ name: 'web', image: 'web' }] } });
const deployment = (chart: Construct, name: string, labels: Record<string, string>, selector: object = { matchLabels: labels }) =>
  new ApiObject(chart, name, { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name }, spec: { selector, template: template(labels) } } as ApiObjectProps);

describe('labels', () => {
  test('are the selector', () => {
    expect(selectorOf(() => l4.PodSelector.labels({ 'app': 'web', 'example.com/track': '' }))).toEqual({ 'app': 'web', 'example.com/track': '' });
  });

  test('are copied, so that changing them later changes nothing', () => {
    const labels: Record<string, string> = { app: 'web' };
    const selector = l4.PodSelector.labels(labels);
    labels.app = 'db';
    expect(selectorOf(() => selector)).toEqual({ app: 'web' });
  });
});

describe('one workload', () => {
  test('a TcpStatefulSet', () => {
    expect(selectorOf((chart) => l4.PodSelector.workload(
      new l4.TcpStatefulSet(chart, 'orders-db', { image: 'postgres:16', ports: [{ name: 'sql', targetPort: 5432 }] }),
    ))).toEqual({ 'app.kubernetes.io/name': 'orders-db' });
  });

  test('the object of a TcpStatefulSet', () => {
    expect(selectorOf((chart) => l4.PodSelector.workload(
      new l4.TcpStatefulSet(chart, 'orders-db', { image: 'postgres:16', ports: [{ name: 'sql', targetPort: 5432 }] }).apiObject,
    ))).toEqual({ 'app.kubernetes.io/name': 'orders-db' });
  });

  const versions = [['cdk8s-plus-27', kplus27], ['cdk8s-plus-33', kplus33], ['cdk8s-plus-34', kplus34]] as const;

  describe.each(versions)('of %s', (_version, kplus) => {
    const workloads: Array<[string, (chart: Chart) => IConstruct]> = [
      ['Deployment', (chart) => new kplus.Deployment(chart, 'web', { containers })],
      ['StatefulSet', (chart) => new kplus.StatefulSet(chart, 'web', { containers })],
      ['DaemonSet', (chart) => new kplus.DaemonSet(chart, 'web', { containers })],
    ];

    test.each(workloads)('a %s is selected by what it selects by itself', (kind, make) => {
      const manifest = serviceOf((chart) => l4.PodSelector.workload(make(chart)));
      const { selector, template: { metadata } } = manifest.object(kind).spec;
      expect(manifest.object('Service', 'svc').spec.selector).toEqual(selector.matchLabels);
      expect(metadata.labels).toMatchObject(selector.matchLabels);
    });

    test('a Job, which selects by itself, is selected by the labels of its Pods', () => {
      const manifest = serviceOf((chart) => l4.PodSelector.workload(new kplus.Job(chart, 'web', { containers, podMetadata: { labels: { app: 'web' } } })));
      expect(manifest.object('Service').spec.selector).toEqual(manifest.object('Job').spec.template.metadata.labels);
      expect(manifest.object('Service').spec.selector.app).toBe('web');
    });

    test('a Pod is selected by its labels', () => {
      const manifest = serviceOf((chart) => l4.PodSelector.workload(new kplus.Pod(chart, 'web', { containers })));
      expect(manifest.object('Service').spec.selector).toEqual(manifest.object('Pod').metadata.labels);
    });

    test('its object stands for it', () => {
      const manifest = serviceOf((chart) => l4.PodSelector.workload(ApiObject.of(new kplus.Deployment(chart, 'web', { containers }))));
      expect(manifest.object('Service').spec.selector).toEqual(manifest.object('Deployment').spec.selector.matchLabels);
    });

    test('a workload may get its containers after it was selected', () => {
      const manifest = serviceOf((chart) => {
        const web = new kplus.Deployment(chart, 'web', { select: false, podMetadata: { labels: { app: 'web' } } });
        web.select(kplus.LabelSelector.of({ labels: { app: 'web' } }) as never);
        const selector = l4.PodSelector.workload(web);
        web.addContainer({ image: 'web' });
        return selector;
      });
      expect(manifest.object('Service').spec.selector.app).toBe('web');
    });

    test('selecting leaves the workload as it was', () => {
      const spread = (chart: Chart) => new kplus.Deployment(chart, 'web', { containers, spread: true, podMetadata: { labels: { app: 'web' } } });
      const selected = serviceOf((chart) => l4.PodSelector.workloads(spread(chart)));
      expect(selected.object('Deployment')).toEqual(synthesize(spread).object('Deployment'));
    });

    test('refused: a workload that selects by expressions', () => {
      const fact = refusalOf((chart) => {
        const web = new kplus.Deployment(chart, 'web', { containers, select: false });
        web.select(kplus.LabelSelector.of({ labels: { app: 'web' }, expressions: [kplus.LabelExpression.notIn('track', ['canary'])] }) as never);
        return l4.PodSelector.workload(web);
      });
      expect(fact).toContain("PodSelector of 'shop/web': it selects its Pods by matchExpressions");
    });
  });

  test('a Deployment written by hand', () => {
    expect(selectorOf((chart) => l4.PodSelector.workload(deployment(chart, 'web', { app: 'web', track: 'stable' }, { matchLabels: { app: 'web' } })))).toEqual({ app: 'web' });
  });

  test('a Pod written by hand', () => {
    expect(selectorOf((chart) => l4.PodSelector.workload(
      new ApiObject(chart, 'web', { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web', labels: { app: 'web' } } }),
    ))).toEqual({ app: 'web' });
  });

  test('the Pods of a CronJob', () => {
    const jobTemplate = { spec: { template: template({ app: 'report' }) } };
    expect(selectorOf((chart) => l4.PodSelector.workload(
      new ApiObject(chart, 'report', { apiVersion: 'batch/v1', kind: 'CronJob', spec: { schedule: '0 0 * * *', jobTemplate } } as ApiObjectProps),
    ))).toEqual({ app: 'report' });
  });

  test('a kind that nobody here knows, with a Pod template', () => {
    expect(selectorOf((chart) => l4.PodSelector.workload(
      new ApiObject(chart, 'web', { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', spec: { template: template({ app: 'web' }) } } as ApiObjectProps),
    ))).toEqual({ app: 'web' });
  });

  test('a ReplicationController, whose selector is bare labels', () => {
    const spec = { selector: { app: 'web' }, template: template({ app: 'web', track: 'stable' }) };
    expect(selectorOf((chart) => l4.PodSelector.workload(
      new ApiObject(chart, 'web', { apiVersion: 'v1', kind: 'ReplicationController', spec } as ApiObjectProps),
    ))).toEqual({ app: 'web', track: 'stable' });
  });

  test('any construct that says its matchLabels', () => {
    class Web extends Construct {
      readonly matchLabels = { app: 'web' };
    }
    expect(selectorOf((chart) => l4.PodSelector.workload(new Web(chart, 'web')))).toEqual({ app: 'web' });
    expect(selectorOf((chart) => l4.PodSelector.workloads(new Web(chart, 'web')))).toEqual({ app: 'web' });
  });

  test('a construct whose object is a workload', () => {
    class Web extends Construct {
      constructor(scope: Construct) {
        super(scope, 'web');
        deployment(this, 'Resource', { app: 'web' });
      }
    }
    expect(selectorOf((chart) => l4.PodSelector.workload(new Web(chart)))).toEqual({ app: 'web' });
  });

  test('a workload and a Service in the same namespace', () => {
    expect(synthesizeApp((app) => {
      const chart = new Chart(app, 'shop', { namespace: 'shop' });
      const web = new kplus27.Deployment(chart, 'web', { containers, metadata: { namespace: 'shop' } });
      new l4.ClusterIpService(chart, 'svc', { selector: l4.PodSelector.workload(web), ports });
    }).object('Service').metadata.namespace).toBe('shop');
  });
});

describe('several workloads', () => {
  test('a stable and a canary Deployment share a Service', () => {
    expect(serviceOf((chart) => l4.PodSelector.workloads(
      deployment(chart, 'web', { app: 'web', track: 'stable' }),
      deployment(chart, 'web-canary', { app: 'web', track: 'canary' }),
    ))).toMatchSnapshot();
  });

  test('of different libraries', () => {
    const podMetadata = { labels: { app: 'web' } };
    expect(selectorOf((chart) => l4.PodSelector.workloads(
      new kplus27.Deployment(chart, 'old', { containers, podMetadata }),
      new kplus34.Deployment(chart, 'new', { containers, podMetadata }),
      new l4.TcpStatefulSet(chart, 'own', { image: 'web', ports: [{ name: 'http', targetPort: 8080 }], labels: { app: 'web' } }),
    ))).toEqual({ app: 'web' });
  });

  test('one alone is selected by all of its labels', () => {
    expect(selectorOf((chart) => l4.PodSelector.workloads(deployment(chart, 'web', { app: 'web', track: 'stable' })))).toEqual({ app: 'web', track: 'stable' });
  });
});

describe('refused', () => {
  test('no label', () => {
    expect(refusalOf(() => l4.PodSelector.labels({}))).toMatchSnapshot();
  });

  test('a key and a value that no Pod can have', () => {
    expect(refusalOf(() => l4.PodSelector.labels({ 'app name': 'orders db' }))).toMatchSnapshot();
  });

  test('a construct that is no workload', () => {
    expect(refusalOf((chart) => l4.PodSelector.workload(new Construct(chart, 'nothing')))).toMatchSnapshot();
  });

  test('an object that has no Pods', () => {
    expect(refusalOf((chart) => l4.PodSelector.workload(new ApiObject(chart, 'settings', { apiVersion: 'v1', kind: 'ConfigMap' })))).toMatchSnapshot();
  });

  test('a Pod without labels', () => {
    expect(refusalOf((chart) => l4.PodSelector.workload(new ApiObject(chart, 'web', { apiVersion: 'v1', kind: 'Pod' })))).toMatchSnapshot();
  });

  test('a workload that selects by labels and expressions', () => {
    const selector = { matchLabels: { app: 'web' }, matchExpressions: [{ key: 'track', operator: 'NotIn', values: ['canary'] }] };
    expect(refusalOf((chart) => l4.PodSelector.workload(deployment(chart, 'web', { app: 'web' }, selector)))).toMatchSnapshot();
  });

  test('workloads that share no label', () => {
    expect(refusalOf((chart) => l4.PodSelector.workloads(deployment(chart, 'web', { app: 'web' }), deployment(chart, 'db', { app: 'db' })))).toMatchSnapshot();
  });

  test('no workload', () => {
    expect(refusalOf(() => l4.PodSelector.workloads())).toMatchSnapshot();
  });

  test('Pods in another namespace than the Service', () => {
    const build = () => synthesizeApp((app) => {
      const data = new Chart(app, 'data', { namespace: 'data' });
      const orders = new l4.TcpStatefulSet(data, 'orders-db', { image: 'postgres:16', ports: [{ name: 'sql', targetPort: 5432 }] });
      const shop = new Chart(app, 'shop', { namespace: 'shop' });
      new l4.ClusterIpService(shop, 'orders', { selector: l4.PodSelector.workload(orders), ports: [{ servicePort: 5432 }] });
    });
    expect(build).toThrowErrorMatchingSnapshot();
  });

  test.each<[string, unknown]>([['text', 'app=web'], ['a list', ['app', 'web']], ['nothing', undefined]])('%s as labels', (_name, labels) => {
    expect(refusalOf(() => l4.PodSelector.labels(labels as never))).toMatchSnapshot();
  });

  test.each<[string, unknown]>([['labels', { app: 'web' }], ['a name', 'web'], ['nothing', undefined]])('%s as a workload', (_name, workload) => {
    expect(refusalOf(() => l4.PodSelector.workload(workload as never))).toMatchSnapshot();
  });
});

test('moving the workload and its Service together changes neither', () => {
  const build = (scope: Construct) => {
    const orders = new l4.TcpStatefulSet(scope, 'orders-db', { image: 'postgres:16', ports: [{ name: 'sql', targetPort: 5432 }] });
    new l4.ClusterIpService(scope, 'orders', { selector: l4.PodSelector.workload(orders), ports: [{ servicePort: 5432, targetPortName: 'sql' }] });
  };
  expect(synthesizeApp((root) => build(new Construct(new Chart(root, 'platform'), 'databases'))).yaml).toEqual(synthesizeApp((root) => build(new Chart(root, 'shop'))).yaml);
});
