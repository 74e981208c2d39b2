import type { Check } from '../check';
import { repeated } from './repeated';
import { isPlaceholder } from '../../kube/placeholder';
import type { ContainerPortNode } from '../../model/container-node';
import { parsePortName } from '../../values/port-name';
import { containerPortText } from '../declared-ports';
import { faultOf } from '../fault-of';
import { containerText, serverContainers } from '../server-containers';

/** A name that two ports of a container have. */
export const containerPortNameDuplicate: Check = {
  name: 'container-port-name-duplicate',
  severity: 'error',
  summary: 'Two ports of one container have the same name.',
  why: 'a name means one port of a container: the API server refuses the object',
  see: 'https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#ports',
  * run(network) {
    for (const { workload, container } of serverContainers(network)) {
      for (const { item, first } of repeated(container.ports, ({ name }) => isPlaceholder(name) ? undefined : name)) {
        yield {
          object: workload,
          path: [...item.path, 'name'],
          fact: `has two ports called "${item.name}" in ${containerText(container)}: ${numberText(first)} and ${numberText(item)}`,
          fix: `rename the second, for example to ${otherName(item, first)}`,
        };
      }
    }
  },
};

function numberText(port: ContainerPortNode): string {
  return containerPortText({ ...port, name: undefined });
}

function otherName({ name, containerPort, protocol }: ContainerPortNode, first: ContainerPortNode): string {
  const candidates = [...(protocol === first.protocol ? [] : [`${name}-${protocol.toLowerCase()}`]), `${name}-${containerPort}`];
  return candidates.find((candidate) => faultOf(parsePortName, candidate) === undefined) ?? `${protocol.toLowerCase()}-${containerPort}`;
}
