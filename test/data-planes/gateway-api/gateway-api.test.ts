import { ApiObject, App, Chart, JsonPatch, Testing, type ApiObjectProps } from 'cdk8s';
import * as kplus27 from 'cdk8s-plus-27';
import { forwardThrough, printedBy, toMany, toOrders } from './forwarding';
import * as l4 from '../../../src';
import { IMPLEMENTATIONS } from '../../../src/data-planes/gateway-api/implementations/all';
import { Manifest, quietly, synthesize } from '../../manifest';

const { UDP } = l4.Protocol;
const { GatewayImplementation, RouteApiVersion } = l4;

describe('a Gateway that is made', () => {
  test('has a listener and a route for each forward', () => {
    expect(forwardThrough({}, toOrders(5432))).toMatchSnapshot();
  });

  test('has another kind of route for UDP', () => {
    const manifest = forwardThrough({}, toOrders(53), toOrders(53, { protocol: UDP }));
    expect(new Manifest([manifest.object('UDPRoute')])).toMatchSnapshot();
    expect(manifest.object('Gateway').spec.listeners.map(({ name, protocol, allowedRoutes }: any) => [name, protocol, allowedRoutes.kinds[0].kind]))
      .toEqual([['tcp-53', 'TCP', 'TCPRoute'], ['udp-53', 'UDP', 'UDPRoute']]);
  });

  test('is not there where nothing is forwarded', () => {
    expect(forwardThrough({}).objects).toEqual([]);
  });

  test('gets static addresses, labels and annotations', () => {
    const gateway = l4.Gateway.create({
      metadata: { name: 'entrance', labels: { team: 'platform' } },
      className: 'public',
      addresses: ['192.0.2.10', '2001:db8::10'],
      infrastructureLabels: { team: 'platform' },
      infrastructureAnnotations: { 'service.beta.kubernetes.io/aws-load-balancer-type': 'external' },
    });
    expect(forwardThrough({ gateway }, toOrders(5432))).toMatchSnapshot();
  });

  test('is what was asked for, whatever becomes of the options afterwards', () => {
    const infrastructureLabels: Record<string, string> = { team: 'platform' };
    const metadata = { labels: { team: 'platform' } as Record<string, string>, annotations: { owner: 'platform' } as Record<string, string> };
    const manifest = synthesize((chart) => {
      const dataPlane = new l4.GatewayApi(chart, 'edge', {
        implementation: GatewayImplementation.CILIUM,
        gateway: l4.Gateway.create({ metadata, infrastructureLabels }),
      });
      metadata.labels.team = 'not a label!';
      metadata.annotations.more = 'text';
      new l4.MultiPortTcpIngress(chart, 'tcp', { dataPlane, forwards: [toOrders(5432)] });
      infrastructureLabels.team = 'not a label!';
    });
    expect(manifest.object('Gateway').spec.infrastructure.labels).toEqual({ team: 'platform' });
    expect(manifest.object('Gateway').metadata).toMatchObject({ labels: { team: 'platform' }, annotations: { owner: 'platform' } });
    expect(manifest.object('Gateway').metadata.annotations.more).toBeUndefined();
  });

  test('leaves the namespace to kubectl where the chart has none', () => {
    const manifest = synthesize((chart) => new l4.MultiPortTcpIngress(chart, 'tcp', {
      dataPlane: new l4.GatewayApi(chart, 'edge', { implementation: GatewayImplementation.CILIUM }),
      forwards: [{ listenPort: 5432, backend: l4.Backend.existing({ serviceName: 'orders' }) }],
    }));
    expect(manifest.objects.map(({ metadata }) => metadata)).toEqual([{ name: 'edge' }, { name: 'edge-tcp-5432' }]);
    expect(manifest.object('TCPRoute').spec.rules[0].backendRefs[0].namespace).toBeUndefined();
  });

  test('gets routes of the older version where the cluster serves that one', () => {
    const { objects } = forwardThrough({ routeApiVersion: RouteApiVersion.V1ALPHA2 }, toOrders(5432), toOrders(53, { protocol: UDP }));
    expect(objects.map(({ apiVersion, kind }) => `${kind} ${apiVersion.split('/')[1]}`)).toEqual(['Gateway v1', 'TCPRoute v1alpha2', 'UDPRoute v1alpha2']);
  });

  test('gets routes of the only version that its controller watches', () => {
    expect(forwardThrough({ implementation: GatewayImplementation.CONTOUR }, toOrders(5432)).object('TCPRoute').apiVersion).toContain('/v1alpha2');
  });

  test('serves ingresses of several charts, in whatever order they come', () => {
    const written = (...ports: number[]) => {
      const app = new App();
      const infra = new Chart(app, 'infra', { namespace: 'infra' });
      const dataPlane = new l4.GatewayApi(infra, 'edge', { implementation: GatewayImplementation.CILIUM });
      ports.forEach((port) => new l4.MultiPortTcpIngress(new Chart(app, `app-${port}`), 'tcp', { dataPlane, forwards: [toOrders(port, { namespaceName: 'infra' })] }));
      return new Manifest(quietly(() => Testing.synth(infra)));
    };
    expect(written(5432, 3306).object('Gateway')).toEqual(written(3306, 5432).object('Gateway'));
    expect(written(5432, 3306).object('Gateway').spec.listeners.map(({ name }: any) => name)).toEqual(['tcp-3306', 'tcp-5432']);
  });

  test('can be patched', () => {
    const manifest = synthesize((chart) => {
      const dataPlane = new l4.GatewayApi(chart, 'edge', { implementation: GatewayImplementation.CILIUM });
      new l4.MultiPortTcpIngress(chart, 'tcp', { dataPlane, forwards: [toOrders(5432, { namespaceName: 'default' })] });
      dataPlane.apiObjects[0].addJsonPatch(JsonPatch.add('/spec/listeners/0/allowedRoutes/namespaces/from', 'All'));
    });
    expect(manifest.object('Gateway').spec.listeners[0].allowedRoutes.namespaces).toEqual({ from: 'All' });
  });
});

describe('more than 64 listeners', () => {
  test('go on ListenerSets, which the Gateway lets in', () => {
    const manifest = forwardThrough({}, ...toMany(130));
    const { listeners, allowedListeners } = manifest.object('Gateway').spec;
    expect([listeners.length, allowedListeners]).toEqual([64, { namespaces: { from: 'Same' } }]);
    expect(manifest.object('ListenerSet', 'edge-listeners').spec.listeners).toHaveLength(64);
    expect(manifest.object('ListenerSet', 'edge-listeners-2').spec).toMatchSnapshot();
  });

  test('have routes that name the ListenerSet', () => {
    expect(forwardThrough({}, ...toMany(65)).object('TCPRoute', 'edge-tcp-2065').spec.parentRefs).toMatchSnapshot();
  });
});

describe('a backend in another namespace', () => {
  const own = (count: number) => {
    const app = new App();
    const [infra, shop] = ['infra', 'shop'].map((namespace) => new Chart(app, namespace, { namespace }));
    const services = Array.from({ length: count }, (_, index) => new l4.ClusterIpService(shop, `orders-${String(index).padStart(2, '0')}`, {
      selector: l4.PodSelector.labels({ app: 'orders' }), ports: [{ servicePort: 5432, name: 'postgres' }, { servicePort: 53, name: 'dns', protocol: UDP }],
    }));
    const dataPlane = new l4.GatewayApi(infra, 'edge', { implementation: GatewayImplementation.CILIUM });
    new l4.MultiPortTcpIngress(shop, 'tcp', {
      dataPlane,
      forwards: services.flatMap((service, index) => [
        { listenPort: 2001 + index, backend: l4.Backend.service(service) },
        { listenPort: 2001 + index, protocol: UDP, backend: l4.Backend.service(service, { servicePortName: 'dns' }) },
      ]),
    });
    return new Manifest(quietly(() => app.charts.flatMap((chart) => Testing.synth(chart))));
  };

  test('is permitted by one ReferenceGrant for all that this app makes there', () => {
    expect(new Manifest([own(3).object('ReferenceGrant')])).toMatchSnapshot();
  });

  test('is permitted by several where one has no room', () => {
    const manifest = own(17);
    expect(manifest.object('ReferenceGrant', 'infra-edge-routes').spec.to).toHaveLength(16);
    expect(manifest.object('ReferenceGrant', 'infra-edge-routes-2').spec.to).toEqual([{ group: '', kind: 'Service', name: 'orders-16' }]);
  });

  test('of someone else is for its owner to permit', () => {
    expect(printedBy(() => forwardThrough({}, toOrders(5432, { namespaceName: 'shop' })))).toBe('');
    expect(printedSynthesis({}, toOrders(5432, { namespaceName: 'shop' }))).toMatchSnapshot();
  });

  test('of someone else who has permitted it is not spoken of', () => {
    expect(printedSynthesis({ grantedNamespaces: ['shop'] }, toOrders(5432, { namespaceName: 'shop' }))).toBe('');
  });

  const serviceIn = (namespace: string) => (chart: Chart) => new ApiObject(chart, 'orders', {
    apiVersion: 'v1', kind: 'Service', metadata: { name: 'orders', namespace }, spec: { selector: { app: 'orders' }, ports: [{ port: 5432 }] },
  });

  test('that this app makes later is permitted, too', () => {
    expect(saidAtSynthesis({}, toOrders(5432, { namespaceName: 'shop' }), serviceIn('shop'))).toEqual([]);
    const app = appWith({}, toOrders(5432, { namespaceName: 'shop' }), serviceIn('shop'));
    expect(quietly(() => app.synthYaml())).toContain('kind: ReferenceGrant');
  });

  test('that this app makes in a list is permitted, too', () => {
    const inList = (...namespaces: string[]) => (chart: Chart) => new ApiObject(chart, 'list', {
      apiVersion: 'v1', kind: 'List', items: namespaces.map((namespace) => ({ apiVersion: 'v1', kind: 'Service', metadata: { name: 'orders', namespace }, spec: { ports: [{ port: 5432 }] } })),
    } as ApiObjectProps);
    const grantsBeside = (...namespaces: string[]) => quietly(() => Testing.synth(appWith({}, toOrders(5432, { namespaceName: 'shop' }), inList(...namespaces)).charts[0]))
      .filter(({ kind }) => kind === 'ReferenceGrant');
    expect(grantsBeside('bank', 'shop').map(({ metadata }) => metadata.namespace)).toEqual(['shop']);
    expect(grantsBeside('bank')).toEqual([]);
    expect(grantsBeside()).toEqual([]);
  });

  test('that this app makes after the analysis was asked is permitted, too', () => {
    const app = appWith({}, toOrders(5432, { namespaceName: 'shop' }), (chart) => {
      serviceIn('shop')(chart);
      expect(l4.NetworkAnalysis.of(chart).findings.map(({ check }) => check)).toEqual([]);
      const later = new kplus27.Service(chart, 'stock', { metadata: { name: 'stock', namespace: 'stock' }, ports: [{ port: 80 }] });
      new l4.MultiPortTcpIngress(chart, 'udp', { dataPlane: chart.node.findChild('edge') as l4.GatewayApi, forwards: [{ listenPort: 80, backend: l4.Backend.service(later) }] });
    });
    const grants = quietly(() => Testing.synth(app.charts[0])).filter(({ kind }) => kind === 'ReferenceGrant');
    expect(grants.map(({ metadata: { namespace }, spec }) => [namespace, spec.to])).toEqual(['shop', 'stock']
      .map((namespace, index) => [namespace, [{ group: '', kind: 'Service', name: ['orders', 'stock'][index] }]]));
  });

  test('that a JSON patch moves there is permitted, too', () => {
    const [grant] = quietly(() => Testing.synth(appWith({}, toOrders(5432, { namespaceName: 'shop' }), (chart) => {
      serviceIn('elsewhere')(chart).addJsonPatch(JsonPatch.replace('/metadata/namespace', 'shop'));
    }).charts[0])).filter(({ kind }) => kind === 'ReferenceGrant');
    expect(grant.metadata).toEqual({ name: 'edge-edge-routes', namespace: 'shop' });
  });

  test('that someone else makes is permitted where this app makes another one', () => {
    const { to } = forwardThrough({}, toOrders(5432, { namespaceName: 'shop' }), {
      listenPort: 5433, backend: l4.Backend.pods(l4.PodSelector.labels({ app: 'stock' }), { namespaceName: 'shop', serviceName: 'stock' }),
    }).object('ReferenceGrant').spec;
    expect(to.map(({ name }: any) => name)).toEqual(['orders', 'stock']);
  });

  test('has its grant among the objects of the data plane', () => {
    const chart = appWith({}, toOrders(5432, { namespaceName: 'shop' }), serviceIn('shop')).charts[0];
    expect((chart.node.findChild('edge') as l4.GatewayApi).apiObjects.map(({ kind }) => kind)).toEqual(['Gateway', 'TCPRoute', 'ReferenceGrant']);
  });

  test('that a grant almost permits is for the check alone to speak of', () => {
    expect(saidAtSynthesis({}, toOrders(5432, { namespaceName: 'shop' }), (chart) => new ApiObject(chart, 'grant', {
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'ReferenceGrant',
      metadata: { name: 'edge', namespace: 'shop' },
      spec: { from: [{ group: 'gateway.networking.k8s.io', kind: 'TCPRoute', namespace: 'edge' }], to: [{ group: '', kind: 'Service', name: 'order' }] },
    }))).toEqual(['error route-grant-missing']);
  });

  test('that a manifest of this app permits is not spoken of', () => {
    expect(printedSynthesis({}, toOrders(5432, { namespaceName: 'shop' }), (chart) => new ApiObject(chart, 'grant', {
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'ReferenceGrant',
      metadata: { name: 'edge', namespace: 'shop' },
      spec: { from: [{ group: 'gateway.networking.k8s.io', kind: 'TCPRoute', namespace: 'edge' }], to: [{ group: '', kind: 'Service' }] },
    }))).toBe('');
  });
});

/** The warnings and errors of such a synthesis, each by the check or construct that says it. */
function saidAtSynthesis(...args: Parameters<typeof printedSynthesis>): string[] {
  let thrown = '';
  const printed = printedBy(() => {
    try {
      appWith(...args).synthYaml();
    } catch (error) {
      thrown = (error as Error).message;
    }
  });
  return [...`${printed}${thrown}`.matchAll(/\b(?:warning|error) [\w-]+(?=:| ')/g)].map(([said]) => said);
}

/** What the synthesis of an app prints that has such a chart. */
function printedSynthesis(...args: Parameters<typeof appWith>): string {
  return printedBy(() => appWith(...args).synthYaml());
}

function appWith(props: Partial<l4.GatewayApiProps>, forward: l4.ForwardOptions, others: (chart: Chart) => unknown = () => {}): App {
  const app = new App();
  const chart = new Chart(app, 'edge', { namespace: 'edge' });
  const dataPlane = new l4.GatewayApi(chart, 'edge', { implementation: GatewayImplementation.ENVOY_GATEWAY, ...props });
  new l4.MultiPortTcpIngress(chart, 'tcp', { dataPlane, forwards: [forward] });
  others(chart);
  return app;
}

describe('the name of a backend\'s port', () => {
  test('becomes its number, as routes take no names', () => {
    const manifest = synthesize((chart) => {
      const service = new kplus27.Service(chart, 'orders', { metadata: { name: 'orders' }, ports: [{ name: 'postgres', port: 5432, targetPort: 5000 }] });
      new l4.MultiPortTcpIngress(chart, 'tcp', {
        dataPlane: new l4.GatewayApi(chart, 'edge', { implementation: GatewayImplementation.CILIUM }),
        forwards: [
          { listenPort: 2001, backend: l4.Backend.service(service, { servicePortName: 'postgres' }) },
          { listenPort: 2002, backend: l4.Backend.existing({ serviceName: 'orders', servicePortName: 'postgres' }) },
        ],
      });
    });
    expect(manifest.objects.filter(({ kind }) => kind === 'TCPRoute').map(({ spec }) => spec.rules[0].backendRefs[0].port)).toEqual([5432, 5432]);
  });
});

describe('what a Gateway cannot say is said to its controller', () => {
  const service = { sourceRanges: ['198.51.100.0/24'], externalTrafficPolicy: l4.TrafficPolicy.LOCAL };
  const parameters = (implementation: l4.GatewayImplementation, options: l4.CreatedGatewayOptions) => {
    const [object, gateway] = forwardThrough({ implementation, gateway: l4.Gateway.create(options) }, toOrders(5432)).objects;
    expect(gateway.spec.infrastructure.parametersRef).toMatchObject({ kind: object.kind, name: object.metadata.name });
    return new Manifest([object]);
  };

  test.each([GatewayImplementation.ENVOY_GATEWAY, GatewayImplementation.NGINX_GATEWAY_FABRIC, GatewayImplementation.ISTIO])('%s', (implementation) => {
    expect(parameters(implementation, service)).toMatchSnapshot();
  });

  test('kgateway', () => {
    expect(parameters(GatewayImplementation.KGATEWAY, { externalTrafficPolicy: service.externalTrafficPolicy })).toMatchSnapshot();
  });

  test('AWS Load Balancer Controller', () => {
    expect(parameters(GatewayImplementation.AWS_LOAD_BALANCER_CONTROLLER, { sourceRanges: service.sourceRanges })).toMatchSnapshot();
  });
});

describe('the PROXY protocol', () => {
  const policies = (implementation: l4.GatewayImplementation, ...forwards: l4.ForwardOptions[]) =>
    new Manifest(forwardThrough({ implementation }, ...forwards).objects.filter(({ kind }) => kind.endsWith('Policy')));

  test('is accepted by a policy for the listener of Envoy Gateway, and sent by one for its route', () => {
    expect(policies(GatewayImplementation.ENVOY_GATEWAY, toOrders(5432, { acceptProxyProtocol: true, sendProxyProtocol: true }))).toMatchSnapshot();
  });

  test('is accepted by a policy for the ports of kgateway', () => {
    const forwards = [toOrders(5432, { acceptProxyProtocol: true }), toOrders(5433), toOrders(3306, { acceptProxyProtocol: true })];
    const accepted = policies(GatewayImplementation.KGATEWAY, ...forwards);
    expect(accepted).toMatchSnapshot();
  });
});

describe('a Gateway of someone else', () => {
  const existing = (props: Partial<l4.ExistingGatewayProps> = {}) => l4.Gateway.existing({
    gatewayName: 'shared',
    namespaceName: 'infra',
    listeners: [{ name: 'postgres', listenPort: 5432 }, { name: 'web', listenPort: 443, protocol: 'TLS' }],
    ...props,
  });

  test('gets routes for the listeners that it has', () => {
    expect(forwardThrough({ gateway: existing() }, toOrders(5432))).toMatchSnapshot();
  });

  test('gets a ListenerSet for other ports', () => {
    expect(forwardThrough({ gateway: existing() }, toOrders(5432), toOrders(3306))).toMatchSnapshot();
  });

  test('has to let both in', () => {
    expect(printedBy(() => quiet({ gateway: existing() }, toOrders(5432), toOrders(3306)))).toMatchSnapshot();
    expect(printedBy(() => quiet({ gateway: existing({ admitted: true }) }, toOrders(5432), toOrders(3306)))).toBe('');
  });

  test('is for the checks alone to speak of where it is in this app', () => {
    expect(saidAtSynthesis({ gateway: existing() }, toOrders(5432), (chart) => new ApiObject(chart, 'gateway', {
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'Gateway',
      metadata: { name: 'shared', namespace: 'infra' },
      spec: { gatewayClassName: 'eg', listeners: [{ name: 'postgres', port: 5432, protocol: 'TCP' }] },
    }))).toEqual(['error route-namespace-not-allowed']);
  });

  /** As an app synthesizes it. */
  function quiet(props: Partial<l4.GatewayApiProps>, ...forwards: l4.ForwardOptions[]): void {
    const app = new App();
    const chart = new Chart(app, 'shop', { namespace: 'edge' });
    const dataPlane = new l4.GatewayApi(chart, 'edge', { implementation: GatewayImplementation.ENVOY_GATEWAY, ...props });
    new l4.MultiPortTcpIngress(chart, 'tcp', { dataPlane, forwards });
    app.synthYaml();
  }

  test('may stand in the namespace of the routes', () => {
    const gateway = l4.Gateway.existing({ gatewayName: 'shared', admitted: true });
    const manifest = forwardThrough({ gateway }, toOrders(5432));
    expect(manifest.object('ListenerSet').spec.parentRef.namespace).toBeUndefined();
    expect(manifest.object('TCPRoute').spec.parentRefs[0].namespace).toBeUndefined();
  });
});

test('every implementation says where each of its answers is written', () => {
  const sources = Object.values(IMPLEMENTATIONS).flatMap(({ supports }) => Object.values(supports)).map(({ see }) => see);
  expect(sources.filter((see) => !/^https:\/\/\S+\.\S+/.test(see))).toEqual([]);
});
