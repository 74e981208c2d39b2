import type { Controller, ControllerType } from './controller-type';
import { STREAM_PROTOCOLS, type StreamProtocol } from './stream-grammar';
import { wordsOf } from '../../kube/container-words';
import { namespaceOf } from '../../kube/kube-object';
import type { Container, Workload } from '../../kube/workload';

/** The protocols that a type of controller forwards. */
export function streamProtocols({ configMaps }: ControllerType): StreamProtocol[] {
  return STREAM_PROTOCOLS.filter((protocol) => configMaps[protocol]);
}

/** `ingress-nginx/ingress-nginx-controller` */
export function fullName({ namespace, name }: Pick<Controller, 'namespace' | 'name'>): string {
  return `${namespace}/${name}`;
}

/** The position of the controller among the containers of its Pod. */
export function controllerIndex(workload: Workload, type: ControllerType): number {
  return workload.spec.template.spec.containers.findIndex((container) => isController(container, type));
}

export function controllerContainer(workload: Workload, type: ControllerType): Container {
  return workload.spec.template.spec.containers[controllerIndex(workload, type)];
}

/** The words that the controller in a workload is started with. */
export function controllerWords(workload: Workload, type: ControllerType): string[] {
  return wordsOf(controllerContainer(workload, type), namespaceOf(workload));
}

/** Whether a container says the program that it runs, instead of leaving it to its image. */
export function namesItsProgram({ command, args }: Container, { program }: ControllerType): boolean {
  return [...command ?? [], ...args ?? []].some((word) => program.test(word));
}

/** Whether the controller is reached on ports of its node, as in kind. */
export function usesHostPorts(workload: Workload, type: ControllerType): boolean {
  const { hostNetwork } = workload.spec.template.spec;
  return !hostNetwork && (controllerContainer(workload, type).ports ?? []).some(({ hostPort }) => hostPort !== undefined);
}

function isController(container: Container, type: ControllerType): boolean {
  return namesItsProgram(container, type) || type.image.test(String(container.image ?? ''));
}
