import type { Check, Problem } from '../check';
import { containerPortText } from '../declared-ports';
import { doubtAbout, listening, named, type ServiceTarget } from './service-target';
import { portsOffered, unresolvedNames } from './unresolved-name';
import type { ContainerPortNode } from '../../model/container-node';
import { similarName } from '../../values/similar-name';

/** A name used as targetPort that no Pod has. */
export const targetPortNameMissing: Check = {
  name: 'target-port-name-missing',
  severity: 'error',
  summary: 'A targetPort is a name that no container port of the selected Pods has.',
  why: 'the name is looked up in every selected Pod; a Pod without it is no endpoint of this port: none is left, and connections are refused',
  see: 'https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports',
  * run(network) {
    for (const { target, name, reason } of unresolvedNames(network)) {
      if (reason !== 'missing') continue;
      const doubt = doubtAbout(target, network);
      yield doubt === undefined ? problemOf(target, name)
        : { object: target.service, cannotTell: `whether a Pod has the port "${name}": ${doubt}` };
    }
  },
};

function problemOf(target: ServiceTarget, name: string): Problem {
  const { service, port, path, workloads } = target;
  const offered = portsOffered(target);
  return {
    object: service,
    path,
    fact: `sends ${listening(port)} to targetPort "${name}", but no container of ${named(workloads, 'or')} has a ${port.protocol} port of that name; declared ${
      offered.length > 0 ? `${offered.length > 1 ? 'are' : 'is'} ${offered.map(containerPortText).join(', ')}` : 'is none'}`,
    fix: fixFor(target, name, offered),
    related: workloads,
    ...(service.isHeadless ? ONLY_RECORDS : {}),
  };
}

// A Pod that has none of the ports keeps its address record: clients of a headless Service choose the port themselves.
const ONLY_RECORDS = {
  severity: 'warning',
  why: 'the name is looked up in every selected Pod; of a Pod without it, the headless Service gives the address and not this port: no SRV record, no target for what reads EndpointSlices',
} as const;

function fixFor({ port, workloads: [workload] }: ServiceTarget, name: string, offered: readonly ContainerPortNode[]): string {
  const likely = likelyMeant(port, name, offered);
  if (likely?.name !== undefined) return `write targetPort: ${likely.name}`;
  const container = workload.containers.find(({ role }) => role === 'container')?.name ?? '';
  if (likely) return `add name: ${name} to containerPort ${likely.containerPort} of ${named([workload])}, or write targetPort: ${likely.containerPort}`;
  if (offered.length > 0) return `write the one that is meant, for example targetPort: ${offered[0].name ?? offered[0].containerPort}`;
  return `declare the port that container "${container}" listens on under this name, for example { name: ${name}, containerPort: ${port.port ?? 8080}${port.protocol === 'TCP' ? '' : `, protocol: ${port.protocol}`} }`;
}

function likelyMeant(port: ServiceTarget['port'], name: string, offered: readonly ContainerPortNode[]): ContainerPortNode | undefined {
  const similar = similarName(name, offered.flatMap((candidate) => candidate.name ?? []));
  return offered.find((candidate) => candidate.name !== undefined && candidate.name === similar)
    ?? offered.find((candidate) => candidate.name !== undefined && candidate.name === port.name)
    ?? offered.find(({ containerPort }) => containerPort === port.port)
    ?? (offered.length === 1 ? offered[0] : undefined);
}
