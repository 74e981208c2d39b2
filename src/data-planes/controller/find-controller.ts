import { controllerIndex, controllerWords, fullName } from './controller';
import type { Controller, ControllerType } from './controller-type';
import { findConfigMap, namedConfigMap } from './stream-config-map';
import { namespaceOf, type KubeObject } from '../../kube/kube-object';
import { guards, isNetworkPolicy } from '../../kube/network-policy';
import { isService, portsOf, selects, type ServiceObject } from '../../kube/service';
import { isWorkload, podLabelsOf, type Workload } from '../../kube/workload';
import type { Fault } from '../../problems/problem';
import { reject } from '../../problems/rejection';

/** Every controller of a type among some manifests, found by what it runs: names differ between releases and charts. */
export function findControllers(type: ControllerType, objects: readonly KubeObject[]): Controller[] {
  const workloads = objects.filter(isWorkload).filter((workload) => controllerIndex(workload, type) >= 0);
  // A chart with `controller.kind: Both` renders a Deployment and a DaemonSet of one name.
  const byName = new Map<string, Workload[]>();
  for (const workload of workloads) {
    const name = fullName({ namespace: namespaceOf(workload), name: workload.metadata.name });
    byName.set(name, [...byName.get(name) ?? [], workload]);
  }
  const isAlone = (namespace: string) => [...byName.values()].filter(([workload]) => namespaceOf(workload) === namespace).length === 1;
  return [...byName.values()].map((ofOneName) => controllerOf(type, ofOneName, objects, isAlone));
}

/**
 * The only controller of a type among some manifests, or the one of this name.
 *
 * @param name the name of its workload, or "namespace/name"
 */
export function findController(type: ControllerType, objects: readonly KubeObject[], name?: string): Controller {
  const controllers = findControllers(type, objects);
  const found = controllers.filter((controller) => name === undefined || [controller.name, fullName(controller)].includes(name));
  return found.length === 1 ? found[0] : reject({ ...whyNotOne(type, { all: controllers, found }, name), see: type.pages.installation });
}

function controllerOf(
  type: ControllerType, workloads: readonly Workload[], objects: readonly KubeObject[], isAlone: (namespace: string) => boolean,
): Controller {
  const [workload] = workloads;
  const namespace = namespaceOf(workload);
  const labels = podLabelsOf(workload);
  const neighbours = objects.filter((object) => namespaceOf(object) === namespace);
  const podServices = neighbours.filter(isService).filter((service) => selects(service, labels));
  const controller: Controller = {
    type,
    namespace,
    name: workload.metadata.name,
    isAlone: isAlone(namespace),
    workloads,
    words: controllerWords(workload, type),
    podServices,
    services: podServices.filter((service) => leadsToProxy(service, type.answers(controllerWords(workload, type)))),
    policies: neighbours.filter(isNetworkPolicy).filter((policy) => guards(policy, labels)),
  };
  return { ...controller, settings: findConfigMap(objects, namedConfigMap(controller, 'configmap')) };
}

/** Whether a Service leads anywhere but to what the controller itself answers, such as its metrics. */
function leadsToProxy(service: ServiceObject, answers: readonly unknown[]): boolean {
  return portsOf(service).some(({ targetPort }) => !answers.includes(targetPort));
}

interface Search {
  readonly all: readonly Controller[];
  readonly found: readonly Controller[];
}

function whyNotOne({ article, product, consequences }: ControllerType, { all, found }: Search, name: string | undefined): Omit<Fault, 'see'> {
  if (found.length > 1) {
    return {
      fact: `there are ${found.length} ${product} controllers: ${found.map(fullName).join(', ')}`,
      why: 'a port is published by one of them, and which one would be a guess',
      fix: `say which one: { controllerName: '${isDistinct(found[0].name, found) ? found[0].name : fullName(found[0])}' }`,
    };
  }
  return all.length > 0
    ? {
      fact: `no ${product} controller is called "${name}"; there is ${all.map(fullName).join(', ')}`,
      why: 'ports are published by the controller of that name only',
      fix: `use { controllerName: '${all[0].name}' }`,
    }
    : { fact: `none of the objects is ${article} ${product} controller`, ...consequences.noController };
}

function isDistinct(name: string, controllers: readonly Controller[]): boolean {
  return controllers.filter((controller) => controller.name === name).length === 1;
}
