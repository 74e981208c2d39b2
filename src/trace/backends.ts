import { policyVerdict, type PolicyVerdict } from './policy-verdict';
import { ends, type BackendQuestion, type Hop, type Outcome, type Result, type Way } from './trace';
import { traceWritten } from './written-endpoints';
import { servingPorts } from '../model/container-node';
import { nodeText } from '../model/object-node';
import { operatedIn } from '../model/operators';
import { endpointGroups, type EndpointGroup } from '../model/service-endpoints';
import { servicePortText, type ServiceNode, type ServicePortNode } from '../model/service-node';
import type { WorkloadNode } from '../model/workload-node';

/** The endpoints of a Service port, and what becomes of connections to them. */
export function backendsOf(service: ServiceNode, port: ServicePortNode, question: BackendQuestion): Way {
  if (!service.selector) return traceWritten(service, port, question);
  const labels = Object.entries(service.selector).map(([key, value]) => `${key}: ${value}`).join(', ');
  const selector: Hop = { object: service, path: ['spec', 'selector'], text: `selects Pods with ${labels}` };
  const groups = endpointGroups(question.network, service, port).filter(({ pods = 1 }) => pods > 0);
  if (groups.length === 0) return { hops: [selector], outcomes: nobody(service, question) };
  const judged = groups.map((group) => ({ ...group, verdict: verdictOn(group, port, question) }));
  const reached = judged.filter(({ outcome }) => outcome !== 'no endpoint');
  const hops = [selector, ...judged.flatMap((group) => [groupHop(group, port), ...group.verdict.hops])];
  return { hops, outcomes: reached.length > 0 ? shares(reached) : ends('refused', question.refuser) };
}

interface JudgedGroup extends EndpointGroup {
  readonly verdict: PolicyVerdict;
}

/** What NetworkPolicies make of it; nothing where there is no endpoint, or nobody knows its port. */
function verdictOn(group: EndpointGroup, { protocol }: ServicePortNode, { client, network }: BackendQuestion): PolicyVerdict {
  const { workload, outcome, targetPort } = group;
  if (outcome === 'no endpoint' || targetPort === undefined) return { isLetThrough: 'yes', hops: [] };
  return policyVerdict(client, { workload, targetPort, protocol }, network);
}

function nobody(service: ServiceNode, { network, refuser }: BackendQuestion): Outcome[] {
  const operator = operatedIn(network, service.namespace);
  if (operator) return ends('cannot tell', `the operator of ${nodeText(operator)} may make the Pods`);
  return network.workloadsBehind(service).length > 0
    ? ends('refused', `${refuser}: no Pod is asked for (replicas: 0)`)
    : ends('cannot tell', `the Pods of ${nodeText(service)} are not among the objects`);
}

function groupHop({ workload, outcome, targetPort }: EndpointGroup, port: ServicePortNode): Hop {
  const container = servingPorts(workload.containers)
    .find(({ containerPort, protocol }) => containerPort === targetPort && protocol === port.protocol);
  const path = container && outcome === 'answers' ? container.path : [...workload.podSpecPath, 'containers'];
  const [declares, has, isNone] = workload.kind === 'Pod' ? ['declares', 'has', 'it is no endpoint'] : ['its Pods declare', 'its Pods have', 'they are no endpoints'];
  const texts: Readonly<Record<EndpointGroup['outcome'], string>> = {
    'answers': `${declares} ${targetPort}/${port.protocol}${container?.name === undefined ? '' : ` "${container.name}"`}`,
    'refuses': `${declares} other ports, not ${targetPort}/${port.protocol}`,
    'no endpoint': `${has} no ${port.protocol} port "${port.targetPort}", so ${isNone} of this port`,
    'unknown': `${declares} nothing about ${targetPort ?? port.targetPort}/${port.protocol}`,
  };
  return { object: workload, path, text: texts[outcome] };
}

const RESULTS: Readonly<Record<EndpointGroup['outcome'], Result>> = { 'answers': 'answered', 'refuses': 'refused', 'no endpoint': 'refused', 'unknown': 'cannot tell' };

function shares(groups: readonly JudgedGroup[]): Outcome[] {
  const counts = groups.map(({ pods }) => pods);
  const total = counts.every((count) => count !== undefined) ? counts.reduce((sum, count) => sum + count, 0) : undefined;
  return groups.map((group) => ({ ...endOf(group), ...shareOf(group.pods, total, groups.length) }));
}

function endOf({ workload, pods: count, outcome, targetPort, verdict: { isLetThrough, reason } }: JudgedGroup): Outcome {
  const pods = `${workload.kind === 'Pod' ? nodeText(workload) : `${podsText(count, workload)} of ${nodeText(workload)}`} on port ${targetPort ?? '?'}`;
  if (isLetThrough === 'no') return { result: 'timed out', text: `to ${pods}: ${reason}` };
  if (isLetThrough === 'unclear') return { result: 'cannot tell', text: `whether ${pods} ${count === 1 ? 'is' : 'are'} reached: ${reason}` };
  return { result: RESULTS[outcome], text: `${outcome === 'unknown' ? 'whether a server listens in' : 'by'} ${pods}` };
}

function shareOf(count: number | undefined, total: number | undefined, groups: number): Pick<Outcome, 'share'> {
  if (groups === 1) return { share: 1 };
  return total === undefined || count === undefined ? {} : { share: count / total };
}

function podsText(count: number | undefined, { replicas }: WorkloadNode): string {
  if (count === undefined) return 'the Pods';
  if (count === 1) return replicas === 1 ? 'the one Pod' : 'one Pod';
  return `the ${count} Pods`;
}

/** `Service shop/orders port 5432/TCP has no endpoint` */
export function noEndpoint(service: ServiceNode, port: ServicePortNode): string {
  return `${nodeText(service)} port ${servicePortText(port)} has no endpoint, and kube-proxy rejects the connection`;
}
