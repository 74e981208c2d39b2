import { App, Chart } from 'cdk8s';
import { refusedThrough, toMany, toOrders } from './forwarding';
import * as l4 from '../../../src';
import { refusal } from '../../manifest';

const { GatewayImplementation, Protocol: { UDP, SCTP } } = l4;
const created = (options: l4.CreatedGatewayOptions) => ({ gateway: l4.Gateway.create(options) });
const shared = (props: Partial<l4.ExistingGatewayProps> = {}) => ({ gateway: l4.Gateway.existing({ gatewayName: 'shared', namespaceName: 'infra', ...props }) });

describe('refused, as the implementation cannot do it', () => {
  test.each<[string, Partial<l4.GatewayApiProps>, l4.ForwardOptions[]]>([
    ['UDP on Istio', { implementation: GatewayImplementation.ISTIO }, [toOrders(53, { protocol: UDP })]],
    ['TCP on GKE', { implementation: GatewayImplementation.GKE }, [toOrders(5432)]],
    ['SCTP', {}, [toOrders(5432, { protocol: SCTP })]],
    ['a PROXY header on NGINX Gateway Fabric', { implementation: GatewayImplementation.NGINX_GATEWAY_FABRIC }, [toOrders(5432, { acceptProxyProtocol: true })]],
    ['a PROXY header to backends on kgateway', { implementation: GatewayImplementation.KGATEWAY }, [toOrders(5432, { sendProxyProtocol: true })]],
    ['a pinned node port', {}, [toOrders(5432, { nodePort: 30432 })]],
    ['the name of a port of a Service that nobody knows', {}, [{ listenPort: 5432, backend: l4.Backend.existing({ serviceName: 'orders', servicePortName: 'postgres' }) }]],
    ['routes of a version that is not watched', { implementation: GatewayImplementation.CONTOUR, routeApiVersion: l4.RouteApiVersion.V1 }, []],
    ['source ranges on Cilium', { implementation: GatewayImplementation.CILIUM, ...created({ sourceRanges: ['10.0.0.0/8'] }) }, []],
    ['a second address on Istio', { implementation: GatewayImplementation.ISTIO, ...created({ addresses: ['192.0.2.1', '192.0.2.2'] }) }, []],
    ['labels on Traefik', { implementation: GatewayImplementation.TRAEFIK, ...created({ infrastructureLabels: { team: 'web' } }) }, []],
    ['the 65th listener without ListenerSets', { implementation: GatewayImplementation.KONG_OPERATOR }, toMany(65)],
    ['the 51st listener of a Network Load Balancer', { implementation: GatewayImplementation.AWS_LOAD_BALANCER_CONTROLLER }, toMany(51)],
    ['two ports that Envoy Gateway serves on one', {}, [toOrders(80), toOrders(10080)]],
    ['two ports that Contour serves on one', { implementation: GatewayImplementation.CONTOUR }, [toOrders(57536), toOrders(58559)]],
    ['the port of the kubelet', { kubernetesVersion: l4.KubernetesVersion.V1_32 }, [toOrders(10250)]],
    ['the 65th port with a PROXY header on kgateway', { implementation: GatewayImplementation.KGATEWAY },
      toMany(65).map((forward) => ({ ...forward, acceptProxyProtocol: true }))],
  ])('%s', (_mistake, props, forwards) => {
    expect(refusedThrough(props, ...forwards)).toMatchSnapshot();
  });
});

describe('the port that is proposed instead', () => {
  const proposed = (props: Partial<l4.GatewayApiProps>, ...listenPorts: number[]) =>
    /for example (\d+)/.exec(refusedThrough(props, ...listenPorts.map((listenPort) => toOrders(listenPort))))![1];

  test('is published by nobody', () => {
    expect(proposed({}, 5432, 5433, 5434, 5432)).toBe('5435');
    expect(proposed({}, 10081, 80, 10080)).toBe('10082');
    expect(proposed({ kubernetesVersion: l4.KubernetesVersion.V1_32 }, 10251, 10250)).toBe('10252');
  });

  test('is no listener of someone else', () => {
    const listeners = [{ name: 'web', listenPort: 80, protocol: 'HTTP' }, { name: 'other', listenPort: 10080 }];
    expect(proposed(shared({ listeners }), 10081, 80)).toBe('10082');
  });

  test('is not the one of the kubelet', () => {
    expect(proposed({}, 10249, 10249)).toBe('10251');
  });
});

describe('refused, as the Gateway is someone else\'s', () => {
  test.each<[string, Partial<l4.GatewayApiProps>, l4.ForwardOptions[]]>([
    ['a listener that is not declared, without ListenerSets', { implementation: GatewayImplementation.CONTOUR, ...shared() }, [toOrders(5432)]],
    ['TCP on the port of an HTTP listener', shared({ listeners: [{ name: 'web', listenPort: 80, protocol: 'HTTP' }] }), [toOrders(80)]],
    ['a PROXY policy in another namespace', shared({ listeners: [{ name: 'postgres', listenPort: 5432 }] }), [toOrders(5432, { acceptProxyProtocol: true })]],
  ])('%s', (_mistake, props, forwards) => {
    expect(refusedThrough(props, ...forwards)).toMatchSnapshot();
  });
});

describe('refused properties', () => {
  test.each<[string, object]>([
    ['nothing about the implementation', { implementation: undefined }],
    ['the name of an implementation', { implementation: 'envoy' }],
    ['no Gateway', { gateway: { gatewayName: 'edge' } }],
    ['everything wrong with a Gateway', created({
      metadata: { name: 'my.gateway' },
      className: 'Envoy',
      addresses: ['300.1.1.1', 'tcp.example.com', '192.0.2.1', '192.0.2.1'],
      infrastructureLabels: { 'a b': 'c' },
      sourceRanges: [],
      externalTrafficPolicy: 'local' as l4.TrafficPolicy,
    })],
    ['a Gateway whose routes could have no names', shared({ gatewayName: `edge.${'a'.repeat(63)}.${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(47)}` })],
    ['everything wrong with a Gateway of someone else', shared({
      gatewayName: 'Shared', listeners: [{ name: 'a b', listenPort: 0, protocol: 'tcp' }], admitted: 'yes' as unknown as boolean,
    })],
    ['a granted namespace that is none', { grantedNamespaces: ['My Shop'] }],
  ])('%s', (_mistake, props) => {
    expect(refusedThrough(props)).toMatchSnapshot();
  });

  test('an app without a chart', () => {
    expect(refusal(() => new l4.GatewayApi(new App(), 'edge', { implementation: GatewayImplementation.CILIUM }))).toMatchSnapshot();
  });

  test('the Gateway of another construct', () => {
    const gateway = l4.Gateway.create({ metadata: { name: 'edge' } });
    const both = (chart: Chart) => ['a', 'b'].map((id) => new l4.GatewayApi(chart, id, { implementation: GatewayImplementation.CILIUM, gateway }));
    expect(refusal(both)).toMatchSnapshot();
  });
});
