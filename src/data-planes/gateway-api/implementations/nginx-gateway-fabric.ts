import { GatewayImplementation } from '../gateway-implementation';
import { BEYOND_THE_API, has, lacks, type Implementation } from '../implementation';
import { RouteApiVersion } from '../route-api-version';

const CONFORMANCE = 'https://github.com/kubernetes-sigs/gateway-api/tree/main/conformance/reports/v1.6/nginx-nginx-gateway-fabric';
const NGINX_PROXY = 'https://docs.nginx.com/nginx-gateway-fabric/how-to/data-plane-configuration/';
// rewriteClientIP is for HTTP and for what is behind TLS passthrough: the listeners for TCP do not get it.
const STREAM_SERVERS = 'https://github.com/nginx/nginx-gateway-fabric/blob/main/internal/controller/nginx/config/stream_servers.go';

/** NGINX Gateway Fabric. */
export const nginxGatewayFabric: Implementation = {
  id: GatewayImplementation.NGINX_GATEWAY_FABRIC,
  title: 'NGINX Gateway Fabric',
  className: 'nginx',
  supports: {
    ...BEYOND_THE_API,
    'TCP': has(CONFORMANCE),
    'UDP': has(CONFORMANCE),
    'ListenerSets': has(CONFORMANCE),
    'static addresses': has(CONFORMANCE),
    'labels and annotations for what it creates': has(CONFORMANCE),
    'source ranges': has(NGINX_PROXY),
    'externalTrafficPolicy': has(NGINX_PROXY),
    'PROXY protocol from clients': lacks(STREAM_SERVERS),
    'PROXY protocol to backends': lacks(STREAM_SERVERS),
  },
  watches: {
    [RouteApiVersion.V1]: '2.7 and newer',
    [RouteApiVersion.V1ALPHA2]: '2.4 to 2.6 with --gateway-api-experimental-features',
  },
  parametersOf: ({ namespace, name, sourceRanges, externalTrafficPolicy }) => ({
    apiVersion: 'gateway.nginx.org/v1alpha2',
    kind: 'NginxProxy',
    metadata: { name: `${name}-parameters`, namespace },
    spec: {
      kubernetes: {
        service: {
          ...externalTrafficPolicy === undefined ? {} : { externalTrafficPolicy },
          ...sourceRanges.length === 0 ? {} : { loadBalancerSourceRanges: sourceRanges },
        },
      },
    },
  }),
};
