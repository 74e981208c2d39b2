import { controllerContainer, fullName, namesItsProgram, streamProtocols, usesHostPorts } from './controller';
import type { Controller, ControllerType } from './controller-type';
import { flagValue } from './flags';
import { configMapFlag, configMapOf, namedConfigMap } from './stream-config-map';
import { danglingReference } from '../../kube/container-words';
import type { Workload } from '../../kube/workload';
import type { Fault } from '../../problems/problem';

/** Why nothing that is forwarded through a controller would work. */
export function controllerFaults(controller: Controller): Fault[] {
  const { type, workloads } = controller;
  return [
    ...unreachable(controller),
    ...workloads.flatMap((workload) => [...missingNamespace(workload, type), ...script(workload, type)]),
    ...unreadableFlags(controller),
  ];
}

function unreachable(controller: Controller): Fault[] {
  const { type, workloads } = controller;
  const isOnNodes = workloads.some((workload) => workload.spec.template.spec.hostNetwork || usesHostPorts(workload, type));
  return controller.services.length > 0 || isOnNodes ? [] : [{
    fact: `no Service leads to ${type.proxy} in the controller ${fullName(controller)}`,
    why: 'published ports are opened on that Service; without it nothing arrives',
    fix: `include the controller's Service, for example ${type.usual.service}, among the objects`,
    see: type.pages.guide,
  }];
}

// The kubelet expands $(POD_NAMESPACE) from the container's env; without it the text stays and no ConfigMap is found.
function missingNamespace(workload: Workload, type: ControllerType): Fault[] {
  const word = danglingReference(controllerContainer(workload, type), 'POD_NAMESPACE');
  return word === undefined ? [] : [{
    fact: `${workload.kind} ${workload.metadata.name} has the argument "${word}" but no environment variable POD_NAMESPACE`,
    why: `the kubelet leaves $(POD_NAMESPACE) as it stands, so the controller finds none of its ConfigMaps and ${type.consequences.unseenConfigMap}`,
    fix: 'add the variable POD_NAMESPACE with valueFrom.fieldRef.fieldPath metadata.namespace, or write the namespace out',
    see: 'https://kubernetes.io/docs/tasks/inject-data-application/define-interdependent-environment-variables/',
  }];
}

function script(workload: Workload, type: ControllerType): Fault[] {
  const container = controllerContainer(workload, type);
  return namesItsProgram(container, type) || !container.command?.length ? [] : [{
    fact: `${workload.kind} ${workload.metadata.name} starts the controller through "${container.command.join(' ')}"`,
    why: 'flags are added to the arguments of the container, and that command need not pass them on',
    fix: `start ${type.programPath} itself: let it be a word of its own in command or args`,
    see: 'https://kubernetes.io/docs/tasks/inject-data-application/define-command-argument-container/',
  }];
}

function unreadableFlags(controller: Controller): Fault[] {
  const { type, words } = controller;
  return streamProtocols(type).flatMap((protocol) => {
    const flag = configMapFlag(type, protocol)!;
    const value = flagValue(words, flag);
    const { namespace, name } = configMapOf(controller, protocol);
    return !value || namedConfigMap(controller, flag) ? [] : [{
      fact: `--${flag}=${value} does not name a ConfigMap`,
      why: `the controller wants "namespace/name"; ${type.consequences.unreadableFlag}`,
      fix: `write --${flag}=${namespace}/${name}`,
      see: type.pages.guide,
    }];
  });
}
