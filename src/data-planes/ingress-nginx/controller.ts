import type { ConfigMap } from '../../kube/config-map';
import { wordsOf } from '../../kube/container-words';
import { namespaceOf } from '../../kube/kube-object';
import type { NetworkPolicy } from '../../kube/network-policy';
import type { ServiceObject } from '../../kube/service';
import type { Container, Workload } from '../../kube/workload';
import { Protocol } from '../../values/protocol';

/** A protocol that ingress-nginx forwards. */
export type StreamProtocol = Protocol.TCP | Protocol.UDP;

export const STREAM_PROTOCOLS: readonly StreamProtocol[] = [Protocol.TCP, Protocol.UDP];

/** An ingress-nginx controller as a set of manifests says it. */
export interface Controller {
  readonly namespace: string;
  readonly name: string;
  /** One Deployment or DaemonSet, or one of each. */
  readonly workloads: readonly Workload[];
  /** The words that it is started with. */
  readonly words: readonly string[];
  /** Every Service that selects its Pods. */
  readonly podServices: readonly ServiceObject[];
  /** Those of them that clients come in through: not the ones of its webhook or its metrics. */
  readonly services: readonly ServiceObject[];
  /** The NetworkPolicies that guard its Pods. */
  readonly policies: readonly NetworkPolicy[];
  /** The controller's own settings, if they are among the manifests. */
  readonly settings?: ConfigMap;
}

/** `ingress-nginx/ingress-nginx-controller` */
export function fullName({ namespace, name }: Pick<Controller, 'namespace' | 'name'>): string {
  return `${namespace}/${name}`;
}

/** The position of the controller among the containers of its Pod. */
export function controllerIndex(workload: Workload): number {
  return workload.spec.template.spec.containers.findIndex(isController);
}

export function controllerContainer(workload: Workload): Container {
  return workload.spec.template.spec.containers[controllerIndex(workload)];
}

/** The words that the controller in a workload is started with. */
export function controllerWords(workload: Workload): string[] {
  return wordsOf(controllerContainer(workload), namespaceOf(workload));
}

/** Whether a container says the program that it runs, instead of leaving it to its image. */
export function namesItsProgram({ command, args }: Container): boolean {
  return [...command ?? [], ...args ?? []].some((word) => /^(\S*\/)?nginx-ingress-controller$/.test(word));
}

/** Whether the controller is reached on ports of its node, as in kind. */
export function usesHostPorts(workload: Workload): boolean {
  const { hostNetwork } = workload.spec.template.spec;
  return !hostNetwork && (controllerContainer(workload).ports ?? []).some(({ hostPort }) => hostPort !== undefined);
}

// The images of the project, before and since it has its own registry, and the copies that others make of them.
const IMAGE = /(^|\/)(ingress-nginx\/controller|nginx-ingress-controller)(-chroot)?([:@]|$)/;

function isController(container: Container): boolean {
  return namesItsProgram(container) || IMAGE.test(String(container.image ?? ''));
}
