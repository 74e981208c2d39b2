import { isLoadBalancer, type ServiceObject } from '../../kube/service';
import type { Fault } from '../../problems/problem';

const AWS = 'service.beta.kubernetes.io/aws-load-balancer-';
const AWS_GUIDE = 'https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/service/annotations/';
const OCI_TYPE = 'oci.oraclecloud.com/load-balancer-type';

/** Whether AWS makes a Network Load Balancer for a Service. */
export function isNetworkLoadBalancer(service: ServiceObject): boolean {
  const type = annotationsOf(service)[`${AWS}type`] ?? '';
  const isNlb = ['service.k8s.aws/nlb', 'eks.amazonaws.com/nlb'].includes(service.spec.loadBalancerClass ?? '') || ['nlb', 'nlb-ip', 'external'].includes(type);
  return isNlb && isLoadBalancer(service);
}

/** Whether TCP and UDP may have the same number at the load balancer of a Service. */
export function carriesBothProtocols(service: ServiceObject): boolean {
  return !isNetworkLoadBalancer(service) || annotationsOf(service)[`${AWS}enable-tcp-udp-listener`] === 'true';
}

/** Why the load balancer of a Service carries no UDP, where it is known not to. */
export function whyNoUdp(service: ServiceObject): Fault | undefined {
  const limited = isLoadBalancer(service) ? TCP_ONLY.find(({ isMaker }) => isMaker(service)) : undefined;
  return limited && {
    fact: `the load balancer of Service ${service.metadata.name} carries no UDP`,
    why: `${limited.maker} refuses the port or leaves it out, and the Service may not be changed any more`,
    fix: limited.fix,
    see: limited.see,
  };
}

interface TcpOnlyMaker {
  readonly maker: string;
  /** Whether the annotations of a Service are this maker's. */
  readonly isMaker: (service: ServiceObject) => boolean;
  readonly fix: string;
  readonly see: string;
}

const ON_NODES = 'publish the port with a NodePortService';

const TCP_ONLY: readonly TcpOnlyMaker[] = [
  {
    maker: 'a classic load balancer of Oracle Cloud',
    isMaker: (service) => hasAnnotation(service, 'service.beta.kubernetes.io/oci-', 'oci.oraclecloud.com/') && annotationsOf(service)[OCI_TYPE] !== 'nlb',
    fix: `add the annotation ${OCI_TYPE}: "nlb" to the controller's Service`,
    see: 'https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcreatingloadbalancer.htm',
  },
  {
    maker: 'a Classic Load Balancer of AWS',
    isMaker: (service) => hasAnnotation(service, AWS) && !isNetworkLoadBalancer(service),
    fix: `add the annotation ${AWS}type: "nlb" to the controller's Service`,
    see: AWS_GUIDE,
  },
  {
    maker: 'the cloud controller manager of Scaleway',
    isMaker: (service) => hasAnnotation(service, 'service.beta.kubernetes.io/scw-loadbalancer-'),
    fix: ON_NODES,
    see: 'https://github.com/scaleway/docs-content/issues/1903',
  },
  {
    maker: 'the cloud controller manager of Exoscale',
    isMaker: (service) => hasAnnotation(service, 'service.beta.kubernetes.io/exoscale-loadbalancer-'),
    fix: ON_NODES,
    see: 'https://github.com/exoscale/exoscale-cloud-controller-manager/issues/79',
  },
  {
    maker: 'the cloud controller manager of Hetzner',
    isMaker: (service) => hasAnnotation(service, 'load-balancer.hetzner.cloud/'),
    fix: ON_NODES,
    see: 'https://github.com/hetznercloud/hcloud-cloud-controller-manager/issues/252',
  },
];

function hasAnnotation(service: ServiceObject, ...prefixes: string[]): boolean {
  return Object.keys(annotationsOf(service)).some((key) => prefixes.some((prefix) => key.startsWith(prefix)));
}

function annotationsOf({ metadata }: ServiceObject): Readonly<Record<string, string>> {
  return metadata.annotations ?? {};
}
