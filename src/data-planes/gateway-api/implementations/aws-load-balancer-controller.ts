import { GatewayImplementation } from '../gateway-implementation';
import { BEYOND_THE_API, has, lacks, type Implementation } from '../implementation';
import { RouteApiVersion } from '../route-api-version';

const PAGES = 'https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/gateway';
const GUIDE = `${PAGES}/l4gateway/`;
const CONFIGURATION = `${PAGES}/loadbalancerconfig/`;
const CONFORMANCE = 'https://github.com/kubernetes-sigs/gateway-api/tree/main/conformance/reports/v1.6/aws-load-balancer-controller';

/** AWS Load Balancer Controller: a Network Load Balancer for each Gateway, whose class the cluster's administrators make. */
export const awsLoadBalancerController: Implementation = {
  id: GatewayImplementation.AWS_LOAD_BALANCER_CONTROLLER,
  title: 'AWS Load Balancer Controller',
  className: 'aws-nlb-gateway-class',
  supports: {
    ...BEYOND_THE_API,
    'TCP': has(GUIDE),
    'UDP': has(GUIDE),
    'ListenerSets': has(CONFORMANCE),
    'static addresses': lacks(CONFORMANCE),
    'labels and annotations for what it creates': lacks(CONFORMANCE),
    'source ranges': has(CONFIGURATION),
    'externalTrafficPolicy': lacks(CONFIGURATION),
    'PROXY protocol from clients': lacks(CONFIGURATION),
    'PROXY protocol to backends': lacks(CONFIGURATION),
  },
  watches: {
    [RouteApiVersion.V1]: '3.5 and newer',
    [RouteApiVersion.V1ALPHA2]: '2.13.3 to 3.4',
  },
  // https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-limits.html
  maxListeners: 50,
  parametersOf: ({ namespace, name, sourceRanges }) => ({
    apiVersion: 'gateway.k8s.aws/v1beta1',
    kind: 'LoadBalancerConfiguration',
    metadata: { name: `${name}-parameters`, namespace },
    spec: { sourceRanges },
  }),
};
