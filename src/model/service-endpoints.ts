import { servingPorts } from './container-node';
import type { Network } from './network';
import type { ServiceNode, ServicePortNode } from './service-node';
import type { WorkloadNode } from './workload-node';

/** What the Pods of a workload do with connections to a Service port. */
export interface EndpointGroup {
  readonly workload: WorkloadNode;
  readonly outcome: EndpointOutcome;
  /** The port that the Pods are connected to; absent where a name is looked up in vain. */
  readonly targetPort?: number;
}

/**
 * A Pod answers where it declares the port. It refuses where it declares other ports and not this number. It is no endpoint where
 * it lacks the name. Where it declares no port at all, nothing is known.
 */
export type EndpointOutcome = 'answers' | 'refuses' | 'no endpoint' | 'unknown';

/** The Pods behind a Service port, a group for each workload. */
export function endpointGroups(network: Network, service: ServiceNode, port: ServicePortNode): EndpointGroup[] {
  return network.workloadsBehind(service).map((workload) => endpointGroup(workload, port, service.isHeadless));
}

function endpointGroup(workload: WorkloadNode, { targetPort, port, protocol }: ServicePortNode, isHeadless: boolean): EndpointGroup {
  const declared = servingPorts(workload.containers);
  const ofProtocol = declared.filter((candidate) => candidate.protocol === protocol);
  if (typeof targetPort === 'string') {
    const found = ofProtocol.find(({ name }) => name === targetPort);
    return found ? { workload, outcome: 'answers', targetPort: found.containerPort } : { workload, outcome: 'no endpoint' };
  }
  // Clients of a headless Service connect to the Pods themselves: nothing maps the port.
  const connected = isHeadless ? port : targetPort;
  if (ofProtocol.some(({ containerPort }) => containerPort === connected)) return { workload, outcome: 'answers', targetPort: connected };
  return { workload, outcome: declared.length > 0 ? 'refuses' : 'unknown', targetPort: connected };
}
