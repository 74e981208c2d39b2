import { renderAwsAddresses } from './aws-addresses';
import { checkLoadBalancerClass } from './load-balancer-class';
import { givenAnnotations, type BalancedService, type LoadBalancerFields } from './load-balancer-settings';
import { oneOf } from '../problems/one-of';
import { reject } from '../problems/rejection';
import type { Inspection } from '../service-spec/inspection';
import { parseAnnotationValue } from '../values/annotation-value';
import { isUsable } from '../values/capabilities';
import { capabilityFault } from '../values/capability-fault';
import { parseFlag } from '../values/flag';
import { parseQualifiedName } from '../values/label';
import { Protocol } from '../values/protocol';
import { isNot, shown } from '../values/shown';

const DOCS = 'https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/service/annotations/';
const ANNOTATION = 'service.beta.kubernetes.io/aws-load-balancer';
const CONTROLLER_CLASS = 'service.k8s.aws/nlb';

/** Where a Network Load Balancer of AWS sends connections. */
export enum AwsTargetType {
  /** To a node port of every node; kube-proxy goes on from there. */
  INSTANCE = 'instance',
  /** To the Pods directly; they need addresses of the VPC. */
  IP = 'ip',
}

/**
 * Settings of a Network Load Balancer of AWS. It serves one Service: several cannot share it.
 *
 * Where two ports of the Service are TCP and UDP on one number, one listener is asked for both (controller 2.13 or newer).
 *
 * @see https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/service/annotations/
 */
export interface AwsLoadBalancerOptions {
  /**
   * Whether it is reachable from the VPC only.
   *
   * @default true - as in the controller itself since version 2.2
   */
  readonly internal?: boolean;

  /**
   * The subnets it has its addresses in, each by its ID or the value of its "Name" tag, each in another availability zone.
   *
   * @default - discovered by their tags
   */
  readonly subnets?: string[];

  /**
   * The static addresses: as many IPv4 addresses as subnets, one out of each, and the same for IPv6.
   *
   * IPv4 addresses are private ones of an internal load balancer; a public load balancer has `elasticIpAllocations` instead.
   *
   * @default - AWS chooses
   * @throws if their number is not the number of subnets, or IPv4 addresses are given for a public load balancer
   */
  readonly addresses?: string[];

  /**
   * The allocation IDs of the Elastic IP addresses of a public load balancer, as many as subnets: "eipalloc-0123456789abcdef0".
   *
   * @default - AWS chooses
   * @throws if the load balancer is internal
   */
  readonly elasticIpAllocations?: string[];

  /**
   * Whether it has IPv6 addresses beside its IPv4 addresses.
   *
   * @default - true if there is an IPv6 address in `addresses`
   */
  readonly dualStack?: boolean;

  /**
   * Where the load balancer sends connections.
   *
   * @default AwsTargetType.INSTANCE
   */
  readonly targetType?: AwsTargetType;

  /**
   * Its name in AWS, unique in the region: 1-32 letters, digits and "-". Has no effect once it exists.
   *
   * @default - "k8s-", parts of namespace and name, and a hash
   */
  readonly name?: string;

  /**
   * Whether every connection starts with a PROXY protocol v2 header that tells the client's address; the Pods must read it.
   *
   * With `AwsTargetType.INSTANCE` and `TrafficPolicy.LOCAL` the health checks fail.
   *
   * @default false
   */
  readonly proxyProtocol?: boolean;

  /**
   * The class by which the controller takes the Service: "eks.amazonaws.com/nlb" for EKS Auto Mode, or what the controller's
   * `--load-balancer-class` says. Cannot be changed later.
   *
   * @default "service.k8s.aws/nlb"
   * @throws if the target is older than Kubernetes 1.22
   */
  readonly loadBalancerClass?: string;

  /**
   * Whether the controller takes the Service by the annotation `aws-load-balancer-type: external` instead of its class.
   *
   * For Services that were made with it: a live Service cannot be given a class, and the annotation must not change either.
   *
   * @default - true before Kubernetes 1.22, where there are no classes, else false
   */
  readonly typeAnnotation?: boolean;
}

/** What the AWS Load Balancer Controller reads. */
export function renderAws(options: AwsLoadBalancerOptions, service: BalancedService, inspection: Inspection): LoadBalancerFields {
  const { problems } = inspection;
  const internal = problems.parseOptional('loadBalancer.internal', parseFlag, options.internal) ?? true;
  const isProxied = problems.parseOptional('loadBalancer.proxyProtocol', parseFlag, options.proxyProtocol);
  const byAnnotation = isTakenByAnnotation(options, inspection);
  const takenClass = parseTakenClass(options, service, inspection);
  return {
    annotations: givenAnnotations({
      [`${ANNOTATION}-type`]: byAnnotation ? 'external' : undefined,
      [`${ANNOTATION}-nlb-target-type`]: renderTargetType(options, service, inspection),
      [`${ANNOTATION}-scheme`]: internal ? 'internal' : 'internet-facing',
      [`${ANNOTATION}-name`]: problems.parseOptional('loadBalancer.name', parseName, options.name),
      ...renderAwsAddresses(options, internal, problems),
      [`${ANNOTATION}-proxy-protocol`]: isProxied ? '*' : undefined,
      [`${ANNOTATION}-enable-tcp-udp-listener`]: sharesPortNumber(service) ? 'true' : undefined,
    }),
    ...(byAnnotation ? {} : { loadBalancerClass: takenClass }),
  };
}

// https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/main/pkg/service/service_utils.go
function isTakenByAnnotation({ loadBalancerClass, typeAnnotation }: AwsLoadBalancerOptions, { problems, version }: Inspection): boolean {
  const asked = problems.parseOptional('loadBalancer.typeAnnotation', parseFlag, typeAnnotation) ?? false;
  if (asked && loadBalancerClass !== undefined) {
    problems.add('loadBalancer.typeAnnotation', {
      fact: `typeAnnotation is asked for beside the class ${shown(loadBalancerClass)}`,
      why: 'the controller takes a Service by one of them; which one would be a guess',
      fix: 'remove typeAnnotation, or, for a Service that was made without a class, remove loadBalancerClass',
      see: `${DOCS}#lb-type`,
    });
  }
  return asked || !isUsable('loadBalancerClass', version);
}

function parseTakenClass({ loadBalancerClass }: AwsLoadBalancerOptions, service: BalancedService, inspection: Inspection): string {
  const { problems, version } = inspection;
  const at = 'loadBalancer.loadBalancerClass';
  const given = problems.parseOptional(at, parseQualifiedName, loadBalancerClass);
  const fault = given && capabilityFault('loadBalancerClass', version, `leave ${at} out`);
  if (fault) problems.add(at, fault);
  const taken = given ?? CONTROLLER_CLASS;
  checkLoadBalancerClass(service, {
    provider: 'the AWS Load Balancer Controller',
    classes: [taken],
    fix: `leave it out, or give it to LoadBalancer.aws: { loadBalancerClass: ${shown(service.loadBalancerClass)} }`,
    see: `${DOCS}#lb-type`,
  }, inspection);
  return taken;
}

function renderTargetType(
  { targetType = AwsTargetType.INSTANCE }: AwsLoadBalancerOptions, service: BalancedService, { problems }: Inspection,
): string | undefined {
  const isWithoutNodePort = service.ports.some(({ nodePort }) => nodePort === undefined);
  if (targetType === AwsTargetType.INSTANCE && service.allocateLoadBalancerNodePorts === false && isWithoutNodePort) {
    problems.add('allocateLoadBalancerNodePorts', {
      fact: 'node ports are not allocated, and the load balancer sends to node ports',
      why: 'the controller makes no load balancer with instance targets for a port without a node port',
      fix: 'add targetType: AwsTargetType.IP to send to the Pods directly, or remove allocateLoadBalancerNodePorts: false',
      see: `${DOCS}#nlb-target-type`,
    });
  }
  return problems.parse('loadBalancer.targetType', parseTargetType, targetType);
}

function parseTargetType(type: AwsTargetType): string {
  const known = Object.values(AwsTargetType);
  if (known.includes(type)) return type;
  return reject({
    fact: isNot(type, 'an AwsTargetType'),
    why: `the controller knows ${oneOf(known)}; it ignores a Service with another one`,
    fix: 'use AwsTargetType.INSTANCE or AwsTargetType.IP',
    see: `${DOCS}#nlb-target-type`,
  });
}

function parseName(name: string): string {
  const isWellFormed = /^[A-Za-z0-9]([-A-Za-z0-9]{0,30}[A-Za-z0-9])?$/.test(parseAnnotationValue(name));
  if (isWellFormed && !name.startsWith('internal-')) return name;
  const shortened = name.replace(/[^A-Za-z0-9]+/g, '-').replace(/^internal-/, '').replace(/^-+/, '').slice(0, 32).replace(/-+$/, '');
  return reject({
    fact: `"${name}" is not a load balancer name`,
    why: `it has ${name.length} characters; AWS takes 1 to 32 letters, digits and "-", no "-" at either end, no "internal-" in front`,
    fix: `use "${shortened || 'my-load-balancer'}", or leave name out`,
    see: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html',
  });
}

// A number is one listener of an NLB; the controller combines both protocols in it only if asked, from version 2.13 on.
// https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/service/annotations/
function sharesPortNumber({ ports }: BalancedService): boolean {
  const portsOf = (wanted: Protocol) => ports.filter(({ protocol = Protocol.TCP }) => protocol === wanted);
  const numbersOf = (wanted: Protocol) => portsOf(wanted).map(({ servicePort }) => servicePort);
  const udpNumbers = new Set(numbersOf(Protocol.UDP));
  return numbersOf(Protocol.TCP).some((number) => udpNumbers.has(number));
}
