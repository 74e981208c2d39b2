import type { Fields, Inspection } from './inspection';
import type { RenderedPort } from './ports';
import type { Fault } from '../problems/problem';
import type { CapabilityName } from '../values/capabilities';
import { capabilityFault } from '../values/capability-fault';
import { parseCidr } from '../values/cidr';
import { parseFlag } from '../values/flag';
import { parseQualifiedName } from '../values/label';
import { parseList } from '../values/list';

/** Who may use a load balancer, and which one it is. */
export interface LoadBalancerAccessProps {
  /**
   * The clients that may connect, as CIDR blocks such as "198.51.100.0/24". Some providers ignore them.
   *
   * @default - everyone
   */
  readonly sourceRanges?: string[];

  /**
   * The load-balancer implementation that takes the Service, for example "service.k8s.aws/nlb". Cannot be changed later.
   *
   * @default - the cluster's default, or the one that `loadBalancer` names
   * @throws if the target is older than Kubernetes 1.22
   */
  readonly loadBalancerClass?: string;

  /**
   * Whether each port is also opened on every node; load balancers that send to Pods directly need none.
   *
   * @default true
   * @throws if the target is older than Kubernetes 1.22
   */
  readonly allocateLoadBalancerNodePorts?: boolean;
}

/** The fields that only a LoadBalancer Service may have. */
export function renderLoadBalancerAccess(
  props: LoadBalancerAccessProps, ports: readonly RenderedPort[], inspection: Inspection,
): Fields {
  checkKubeletPort(ports, inspection);
  checkProtocols(ports, inspection);
  return {
    ...renderSourceRanges(props.sourceRanges, inspection),
    ...renderClass(props.loadBalancerClass, inspection),
    ...renderNodePortAllocation(props.allocateLoadBalancerNodePorts, inspection),
  };
}

function renderSourceRanges(sourceRanges: readonly string[] | undefined, { problems }: Inspection): Fields {
  const ranges = problems.parseOptional('sourceRanges', parseList<string>, sourceRanges);
  if (!ranges) return {};
  if (ranges.length === 0) problems.add('sourceRanges', NO_SOURCE_RANGE);
  return { loadBalancerSourceRanges: ranges.map((range, index) => problems.parse(`sourceRanges[${index}]`, parseCidr, range)?.text) };
}

/** Why a list of the clients that may connect must not be empty. */
export const NO_SOURCE_RANGE: Fault = {
  fact: 'the list of source ranges is empty',
  why: 'an empty list is taken for none, and then everyone may connect',
  fix: 'name the clients that may connect, for example "198.51.100.0/24", or leave sourceRanges out for everyone',
  see: 'https://kubernetes.io/docs/reference/kubernetes-api/service-resources/service-v1/',
};

function renderClass(loadBalancerClass: string | undefined, inspection: Inspection): Fields {
  if (loadBalancerClass === undefined) return {};
  needs('loadBalancerClass', 'loadBalancerClass', 'leave loadBalancerClass out', inspection);
  return { loadBalancerClass: inspection.problems.parse('loadBalancerClass', parseQualifiedName, loadBalancerClass) };
}

function renderNodePortAllocation(allocate: boolean | undefined, inspection: Inspection): Fields {
  if (allocate === undefined) return {};
  needs('allocateLoadBalancerNodePorts', 'allocateLoadBalancerNodePorts', 'leave allocateLoadBalancerNodePorts out', inspection);
  return { allocateLoadBalancerNodePorts: inspection.problems.parse('allocateLoadBalancerNodePorts', parseFlag, allocate) };
}

function checkKubeletPort(ports: readonly RenderedPort[], inspection: Inspection): void {
  const index = ports.findIndex(({ port }) => port === 10250);
  if (index < 0) return;
  const fault = capabilityFault('port 10250 on a LoadBalancer', inspection.version, 'use another servicePort, for example 10251');
  if (fault) inspection.problems.add(`ports[${index}].servicePort`, { ...fault, why: 'it is the port of the kubelet, so the API server of that version refuses it' });
}

function checkProtocols(ports: readonly RenderedPort[], inspection: Inspection): void {
  const protocols = [...new Set(ports.map(({ protocol }) => protocol))];
  if (protocols.length < 2) return;
  needs('several protocols on one LoadBalancer', 'ports', `make one LoadBalancerService for ${protocols.join(' and one for ')}`, inspection);
}

function needs(capability: CapabilityName, at: string, instead: string, { problems, version }: Inspection): void {
  const fault = capabilityFault(capability, version, instead);
  if (fault) problems.add(at, fault);
}
