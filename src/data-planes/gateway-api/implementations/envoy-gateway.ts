import type { KubeObject } from '../../../kube/kube-object';
import { GATEWAY_GROUP } from '../../../model/gateway-node';
import { GatewayImplementation } from '../gateway-implementation';
import { BEYOND_THE_API, has, type Implementation } from '../implementation';
import { routeName } from '../object-names';
import { RouteApiVersion } from '../route-api-version';
import { routeKind } from '../route-kind';
import type { ServiceSettings } from '../service-settings';

const CONFORMANCE = 'https://github.com/kubernetes-sigs/gateway-api/tree/main/conformance/reports/v1.6/envoy-gateway';
const TRANSLATOR = 'https://github.com/envoyproxy/gateway/blob/v1.9.0/internal/gatewayapi/translator.go';
const ENVOY_PROXY = 'https://gateway.envoyproxy.io/docs/tasks/operations/customize-envoyproxy/';
const CLIENT_TRAFFIC_POLICY = 'https://gateway.envoyproxy.io/docs/tasks/traffic/client-traffic-policy/#enable-proxy-protocol';
const BACKEND_TRAFFIC_POLICY = 'https://gateway.envoyproxy.io/docs/api/extension_types/#proxyprotocol';
const API_VERSION = 'gateway.envoyproxy.io/v1alpha1';

/** Envoy Gateway. */
export const envoyGateway: Implementation = {
  id: GatewayImplementation.ENVOY_GATEWAY,
  title: 'Envoy Gateway',
  className: 'eg',
  supports: {
    ...BEYOND_THE_API,
    'TCP': has(CONFORMANCE),
    'UDP': has(CONFORMANCE),
    'ListenerSets': has(CONFORMANCE),
    'static addresses': has(CONFORMANCE),
    'labels and annotations for what it creates': has(TRANSLATOR),
    'source ranges': has(ENVOY_PROXY),
    'externalTrafficPolicy': has(ENVOY_PROXY),
    'PROXY protocol from clients': has(CLIENT_TRAFFIC_POLICY),
    'PROXY protocol to backends': has(BACKEND_TRAFFIC_POLICY),
  },
  watches: {
    [RouteApiVersion.V1]: '1.9 and newer',
    [RouteApiVersion.V1ALPHA2]: '1.8 and older',
  },
  // https://github.com/envoyproxy/gateway/blob/v1.9.0/internal/gatewayapi/translator.go (wellKnownPortShift)
  // https://github.com/envoyproxy/gateway/blob/v1.9.0/internal/xds/bootstrap/bootstrap.go, https://github.com/envoyproxy/gateway/pull/5197
  containerPorts: {
    of: (listenPort) => listenPort < 1024 ? listenPort + 10000 : listenPort,
    rule: 'adds 10000 to ports below 1024',
    used: new Map([[19001, 'its listener for metrics'], [19002, 'its shutdown manager'], [19003, 'its readiness probe']]),
    see: 'https://gateway.envoyproxy.io/docs/api/extension_types/#envoyproxykubernetesprovider',
  },
  parametersOf: envoyProxy,
  acceptProxyProtocol: (placed, target) => placed.map(({ forward, listener: { kind, namespace, name, sectionName } }) => ({
    apiVersion: API_VERSION,
    kind: 'ClientTrafficPolicy',
    metadata: { name: routeName(target, forward), namespace },
    spec: { targetRefs: [{ group: GATEWAY_GROUP, kind, name, sectionName }], proxyProtocol: {} },
  })),
  sendProxyProtocol: (placed, target) => placed.map(({ forward }) => ({
    apiVersion: API_VERSION,
    kind: 'BackendTrafficPolicy',
    metadata: { name: routeName(target, forward), namespace: target.routeNamespace },
    // The version that ingress-nginx sends, so that backends see no difference.
    spec: { targetRefs: [{ group: GATEWAY_GROUP, kind: routeKind(forward), name: routeName(target, forward) }], proxyProtocol: { version: 'V1' } },
  })),
};

function envoyProxy({ namespace, name, sourceRanges, externalTrafficPolicy }: ServiceSettings): KubeObject {
  const envoyService = {
    ...externalTrafficPolicy === undefined ? {} : { externalTrafficPolicy },
    ...sourceRanges.length === 0 ? {} : { loadBalancerSourceRanges: sourceRanges },
  };
  return {
    apiVersion: API_VERSION,
    kind: 'EnvoyProxy',
    metadata: { name: `${name}-parameters`, namespace },
    spec: { provider: { type: 'Kubernetes', kubernetes: { envoyService } } },
  };
}
