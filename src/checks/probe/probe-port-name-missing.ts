import type { Check, Problem } from '../check';
import { containerPortText } from '../declared-ports';
import { containerText, serverContainers, type ServerContainer } from '../server-containers';
import { probesOf, type PortProbe } from './probes';
import { isPlaceholder } from '../../kube/placeholder';
import { nodeText } from '../../model/object-node';
import { similarName } from '../../values/similar-name';

/** A name used as the port of a probe that the container does not have. */
export const probePortNameMissing: Check = {
  name: 'probe-port-name-missing',
  severity: 'error',
  summary: 'A probe connects to a named port that its container does not have.',
  why: 'the name is looked up in the ports of the same container, and the probe never gets a result',
  see: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#use-a-named-port',
  * run(network) {
    for (const server of serverContainers(network)) {
      for (const probe of probesOf(server.container)) {
        const { way, port } = probe;
        if (typeof port !== 'string' || way === 'grpc' || isPlaceholder(port) || server.container.ports.some(({ name }) => name === port)) continue;
        yield server.container.hasUnknownPorts && !isNumber(port)
          ? { object: server.workload, cannotTell: `whether ${containerText(server.container)} of ${nodeText(server.workload)} has the port "${port}": its ports are filled in later` }
          : problemOf(server, probe, port);
      }
    }
  },
};

// A probe without a result leaves the state it began with: not ready, not started, but alive.
// https://github.com/kubernetes/kubernetes/blob/master/pkg/kubelet/prober/worker.go
const EFFECT: Readonly<Record<PortProbe['kind'], string>> = {
  readinessProbe: 'the Pod never becomes ready, and no Service sends to it',
  startupProbe: 'the container never counts as started, and the Pod never becomes ready',
  livenessProbe: 'a container that hangs is never restarted',
};

function problemOf(server: ServerContainer, { kind, path }: PortProbe, port: string): Problem {
  const { workload, container } = server;
  const declared = container.ports.map(containerPortText).join(', ');
  return {
    object: workload,
    path,
    fact: isNumber(port) ? `has "${port}" as port of the ${kind} of ${containerText(container)}: a number in quotes`
      : `probes port "${port}" of ${containerText(container)} (${kind}), which has ${declared === '' ? 'no ports' : `no port of that name; declared ${container.ports.length > 1 ? 'are' : 'is'} ${declared}`}`,
    fix: fixFor(server, port),
    why: isNumber(port) ? 'text is the name of a container port, and a name needs a letter: the API server refuses the object'
      : `the name is looked up in the ports of the same container, and the probe never gets a result: ${EFFECT[kind]}`,
  };
}

function isNumber(port: string): boolean {
  return /^\d+$/.test(port);
}

function fixFor({ workload, container }: ServerContainer, port: string): string {
  if (isNumber(port)) return `write port: ${Number(port)} without quotes`;
  const names = container.ports.flatMap(({ name, protocol }) => protocol === 'TCP' ? name ?? [] : []);
  const similar = similarName(port, names) ?? (names.length === 1 ? names[0] : undefined);
  const [elsewhere] = workload.containers.flatMap(({ role, ports }) => role === 'init' ? [] : ports.filter(({ name }) => name === port));
  if (elsewhere) return `write the number of the other container's port: port: ${elsewhere.containerPort}`;
  if (similar !== undefined) return `write port: ${similar}`;
  const [first] = container.ports.filter(({ protocol }) => protocol === 'TCP');
  if (first?.name !== undefined) return `write the one that is meant, for example port: ${first.name}`;
  return first ? `add name: ${port} to containerPort ${first.containerPort}, or write port: ${first.containerPort}`
    : `declare the port in the container, for example { name: ${port}, containerPort: 8080 }, or write its number`;
}
