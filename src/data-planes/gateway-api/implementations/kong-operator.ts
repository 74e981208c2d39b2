import { GatewayImplementation } from '../gateway-implementation';
import { BEYOND_THE_API, has, lacks, type Implementation } from '../implementation';
import { RouteApiVersion } from '../route-api-version';

const CONFORMANCE = 'https://github.com/kubernetes-sigs/gateway-api/tree/main/conformance/reports/v1.6/kong-operator';
// What the Service is like is a matter of the GatewayClass.
const CONFIGURATION = 'https://developer.konghq.com/operator/reference/custom-resources/';

/** Kong Operator. */
export const kongOperator: Implementation = {
  id: GatewayImplementation.KONG_OPERATOR,
  title: 'Kong Operator',
  className: 'kong',
  supports: {
    ...BEYOND_THE_API,
    'TCP': has(CONFORMANCE),
    'UDP': has(CONFORMANCE),
    'ListenerSets': lacks(CONFORMANCE),
    'static addresses': lacks(CONFORMANCE),
    'labels and annotations for what it creates': has(CONFORMANCE),
    'source ranges': lacks(CONFIGURATION),
    'externalTrafficPolicy': lacks(CONFIGURATION),
    'PROXY protocol from clients': lacks(CONFIGURATION),
    'PROXY protocol to backends': lacks(CONFIGURATION),
  },
  watches: {
    [RouteApiVersion.V1]: '2.3 and newer',
    [RouteApiVersion.V1ALPHA2]: '2.2 and older',
  },
};
