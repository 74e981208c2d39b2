import { portNumberText } from '../../model/service-node';
import type { Check, Problem } from '../check';
import { portsDeclared } from '../declared-ports';
import { doubtAbout, named, type ServiceTarget } from './service-target';
import { unmatchedNumbers, type UnmatchedNumber } from './unmatched-number';
import { unresolvedNames } from './unresolved-name';
import type { ContainerPortNode } from '../../model/container-node';

/** A targetPort that the Pods declare for another protocol. */
export const targetPortProtocolMismatch: Check = {
  name: 'target-port-protocol-mismatch',
  severity: 'error',
  summary: 'The selected Pods declare the targetPort for another protocol only.',
  why: 'a name is looked up together with the protocol of the Service port, TCP where none is given; where only the name fits, this port has no endpoints',
  see: 'https://kubernetes.io/docs/reference/networking/service-protocols/',
  * run(network) {
    for (const { target, name, reason, near } of unresolvedNames(network)) {
      if (reason !== 'other-protocol' || doubtAbout(target, network) !== undefined) continue;
      yield { ...problemOf(target, `targetPort "${name}"`, near.map(({ port }) => port)), ...target.service.isHeadless ? ONLY_RECORDS : {} };
    }
    for (const unmatched of unmatchedNumbers('other-protocol', network)) {
      yield { ...problemOf(unmatched.target, `${unmatched.number}`, unmatched.meant), ...certaintyOf(unmatched) };
    }
  },
};

// Clients of a headless Service choose port and protocol themselves.
const ONLY_RECORDS = {
  severity: 'warning',
  why: 'a name is looked up together with the protocol of the Service port; the headless Service gives the addresses of the Pods without this port: no SRV record, no target for what reads EndpointSlices',
} as const;

// A server may listen on both protocols and declare one: a number is not looked up.
function certaintyOf({ target: { service, port } }: UnmatchedNumber): Pick<Problem, 'severity' | 'why'> {
  const isServedTwice = service.ports.some((other) => other.port === port.port && other.protocol !== port.protocol);
  return {
    severity: isServedTwice ? 'info' : 'warning',
    why: `the number is sent to as it is; unless something listens there that is not declared, ${port.protocol === 'UDP' ? 'packets are lost' : 'connections are refused'}`,
  };
}

function problemOf(target: ServiceTarget, targetText: string, near: readonly ContainerPortNode[]): Problem {
  const { service, port, path, workloads } = target;
  const others = [...new Set(near.map(({ protocol }) => protocol))];
  return {
    object: service,
    path,
    fact: `sends ${portNumberText(port)}/${port.protocol} to ${targetText}, which ${named(workloads)} declare${workloads.length > 1 ? '' : 's'} for ${others.join(' and ')} only`,
    fix: fixFor(target, near[0]),
    related: workloads,
  };
}

/** The same number under the right protocol has another name; else one of both sides is wrong. */
function fixFor({ port, workloads, service }: ServiceTarget, { containerPort, protocol }: ContainerPortNode): string {
  const twin = workloads.flatMap(portsDeclared).find((other) => other.containerPort === containerPort && other.protocol === port.protocol);
  if (twin) return `write targetPort: ${twin.name ?? twin.containerPort}`;
  const isServedTwice = service.ports.some((other) => other.port === port.port && other.protocol === protocol);
  // TCP is what is meant where nothing is written; another protocol was written on purpose.
  if (!isServedTwice && port.protocol === 'TCP') return `write protocol: ${protocol}`;
  if (!isServedTwice) return `write protocol: ${port.protocol} for containerPort ${containerPort} of ${named(workloads)}, or protocol: ${protocol} here if the server speaks that`;
  // A container has a name once, so that the other protocol is reached by number.
  const byNumber = typeof port.targetPort === 'string' ? `write targetPort: ${containerPort}, and ` : '';
  return `${byNumber}declare the container port for ${port.protocol}, too: { containerPort: ${containerPort}, protocol: ${port.protocol} }`;
}
