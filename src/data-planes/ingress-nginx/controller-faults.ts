import { controllerContainer, fullName, namesItsProgram, STREAM_PROTOCOLS, usesHostPorts, type Controller } from './controller';
import { flagValue } from './flags';
import { CONFIG_MAP_FLAGS, configMapOf, namedConfigMap } from './stream-config-map';
import { danglingReference } from '../../kube/container-words';
import type { Workload } from '../../kube/workload';
import type { Fault } from '../../problems/problem';

/** Why nothing that is forwarded through a controller would work. */
export function controllerFaults(controller: Controller): Fault[] {
  return [
    ...unreachable(controller),
    ...controller.workloads.flatMap((workload) => [...missingNamespace(workload), ...script(workload)]),
    ...unreadableFlags(controller),
  ];
}

const GUIDE = 'https://kubernetes.github.io/ingress-nginx/user-guide/exposing-tcp-udp-services/';

function unreachable(controller: Controller): Fault[] {
  const isOnNodes = controller.workloads.some((workload) => workload.spec.template.spec.hostNetwork || usesHostPorts(workload));
  return controller.services.length > 0 || isOnNodes ? [] : [{
    fact: `no Service leads to nginx in the controller ${fullName(controller)}`,
    why: 'published ports are opened on that Service; without it nothing arrives',
    fix: 'include the controller\'s Service, for example ingress-nginx-controller, among the objects',
    see: GUIDE,
  }];
}

// The kubelet expands $(POD_NAMESPACE) from the container's env; without it the text stays and no ConfigMap is found.
function missingNamespace(workload: Workload): Fault[] {
  const word = danglingReference(controllerContainer(workload), 'POD_NAMESPACE');
  return word === undefined ? [] : [{
    fact: `${workload.kind} ${workload.metadata.name} has the argument "${word}" but no environment variable POD_NAMESPACE`,
    why: 'the kubelet leaves $(POD_NAMESPACE) as it stands, so the controller finds none of its ConfigMaps and logs a warning only',
    fix: 'add the variable POD_NAMESPACE with valueFrom.fieldRef.fieldPath metadata.namespace, or write the namespace out',
    see: 'https://kubernetes.io/docs/tasks/inject-data-application/define-interdependent-environment-variables/',
  }];
}

function script(workload: Workload): Fault[] {
  const container = controllerContainer(workload);
  return namesItsProgram(container) || !container.command?.length ? [] : [{
    fact: `${workload.kind} ${workload.metadata.name} starts the controller through "${container.command.join(' ')}"`,
    why: 'flags are added to the arguments of the container, and that command need not pass them on',
    fix: 'start /nginx-ingress-controller itself: let it be a word of its own in command or args',
    see: 'https://kubernetes.io/docs/tasks/inject-data-application/define-command-argument-container/',
  }];
}

function unreadableFlags(controller: Controller): Fault[] {
  return STREAM_PROTOCOLS.flatMap((protocol) => {
    const flag = CONFIG_MAP_FLAGS[protocol];
    const value = flagValue(controller.words, flag);
    const { namespace, name } = configMapOf(controller, protocol);
    return !value || namedConfigMap(controller, flag) ? [] : [{
      fact: `--${flag}=${value} does not name a ConfigMap`,
      why: 'the controller wants "namespace/name"; it logs an error at every synchronisation and opens no port',
      fix: `write --${flag}=${namespace}/${name}`,
      see: GUIDE,
    }];
  });
}
