import type { KubeObject } from '../../../kube/kube-object';
import { GatewayImplementation } from '../gateway-implementation';
import { BEYOND_THE_API, has, lacks, type Implementation } from '../implementation';
import { RouteApiVersion } from '../route-api-version';
import type { ServiceSettings } from '../service-settings';

const GUIDE = 'https://istio.io/latest/docs/tasks/traffic-management/ingress/gateway-api/#automated-deployment';
const CONFORMANCE = 'https://github.com/kubernetes-sigs/gateway-api/tree/main/conformance/reports/v1.6/istio-istio';
// The Service has ports for TCP only, and the first address as its loadBalancerIP.
const TEMPLATE = 'https://github.com/istio/istio/blob/master/manifests/charts/istio-control/istio-discovery/files/kube-gateway.yaml';

/** Istio. */
export const istio: Implementation = {
  id: GatewayImplementation.ISTIO,
  title: 'Istio',
  className: 'istio',
  supports: {
    ...BEYOND_THE_API,
    'TCP': has(CONFORMANCE),
    'UDP': lacks(TEMPLATE),
    'ListenerSets': has(CONFORMANCE),
    'static addresses': has(CONFORMANCE),
    'labels and annotations for what it creates': has(CONFORMANCE),
    'source ranges': has(GUIDE),
    'externalTrafficPolicy': has(GUIDE),
    'PROXY protocol from clients': lacks(GUIDE),
    'PROXY protocol to backends': lacks(GUIDE),
  },
  watches: {
    [RouteApiVersion.V1]: '1.31 and newer',
    [RouteApiVersion.V1ALPHA2]: '1.30 and older with PILOT_ENABLE_ALPHA_GATEWAY_API=true',
  },
  maxAddresses: 1,
  parametersOf: serviceOptions,
};

/** A ConfigMap whose entry is merged into the Service of the Gateway. */
function serviceOptions({ namespace, name, sourceRanges, externalTrafficPolicy }: ServiceSettings): KubeObject {
  const lines = [
    'spec:',
    ...externalTrafficPolicy === undefined ? [] : [`  externalTrafficPolicy: ${externalTrafficPolicy}`],
    ...sourceRanges.length === 0 ? [] : ['  loadBalancerSourceRanges:', ...sourceRanges.map((range) => `    - ${JSON.stringify(range)}`)],
  ];
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: `${name}-parameters`, namespace }, data: { service: `${lines.join('\n')}\n` } };
}
