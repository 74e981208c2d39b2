import type { Fields, Inspection } from './inspection';
import type { RenderedPort } from './ports';
import type { CapabilityName } from '../values/capabilities';
import { capabilityFault } from '../values/capability-fault';
import { parseCidr } from '../values/cidr';
import { parseQualifiedName } from '../values/label';

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
    loadBalancerSourceRanges: props.sourceRanges?.map(
      (range, index) => inspection.problems.parse(`sourceRanges[${index}]`, parseCidr, range)?.text,
    ),
    ...renderClass(props.loadBalancerClass, inspection),
    ...renderNodePortAllocation(props.allocateLoadBalancerNodePorts, inspection),
  };
}

function renderClass(loadBalancerClass: string | undefined, inspection: Inspection): Fields {
  if (loadBalancerClass === undefined) return {};
  needs('loadBalancerClass', 'loadBalancerClass', 'leave loadBalancerClass out', inspection);
  return { loadBalancerClass: inspection.problems.parse('loadBalancerClass', parseQualifiedName, loadBalancerClass) };
}

function renderNodePortAllocation(allocate: boolean | undefined, inspection: Inspection): Fields {
  if (allocate === undefined) return {};
  needs('allocateLoadBalancerNodePorts', 'allocateLoadBalancerNodePorts', 'leave allocateLoadBalancerNodePorts out', inspection);
  return { allocateLoadBalancerNodePorts: allocate };
}

function checkKubeletPort(ports: readonly RenderedPort[], inspection: Inspection): void {
  const index = ports.findIndex(({ port }) => port === 10250);
  if (index < 0) return;
  needs('port 10250 on a LoadBalancer', `ports[${index}].servicePort`, 'use another servicePort, for example 10251', inspection);
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
