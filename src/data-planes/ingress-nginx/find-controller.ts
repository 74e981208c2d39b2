import { controllerIndex, controllerWords, fullName, type Controller } from './controller';
import { flagPort } from './flags';
import { findConfigMap, namedConfigMap } from './stream-config-map';
import { namespaceOf, type KubeObject } from '../../kube/kube-object';
import { guards, isNetworkPolicy } from '../../kube/network-policy';
import { isService, portsOf, selects, type ServiceObject } from '../../kube/service';
import { isWorkload, podLabelsOf, type Workload } from '../../kube/workload';
import type { Fault } from '../../problems/problem';
import { reject } from '../../problems/rejection';

/** Every ingress-nginx controller among some manifests, found by what it runs: names differ between releases and charts. */
export function findControllers(objects: readonly KubeObject[]): Controller[] {
  const workloads = objects.filter(isWorkload).filter((workload) => controllerIndex(workload) >= 0);
  // A chart with `controller.kind: Both` renders a Deployment and a DaemonSet of one name.
  const byName = new Map<string, Workload[]>();
  for (const workload of workloads) {
    const name = fullName({ namespace: namespaceOf(workload), name: workload.metadata.name });
    byName.set(name, [...byName.get(name) ?? [], workload]);
  }
  return [...byName.values()].map((ofOneName) => controllerOf(ofOneName, objects));
}

/**
 * The only controller among some manifests, or the one of this name.
 *
 * @param name the name of its workload, or "namespace/name"
 */
export function findController(objects: readonly KubeObject[], name?: string): Controller {
  const controllers = findControllers(objects);
  const found = controllers.filter((controller) => name === undefined || [controller.name, fullName(controller)].includes(name));
  return found.length === 1 ? found[0] : reject({ ...whyNotOne(controllers, found, name), see: SEE });
}

function controllerOf(workloads: readonly Workload[], objects: readonly KubeObject[]): Controller {
  const [workload] = workloads;
  const namespace = namespaceOf(workload);
  const labels = podLabelsOf(workload);
  const neighbours = objects.filter((object) => namespaceOf(object) === namespace);
  const podServices = neighbours.filter(isService).filter((service) => selects(service, labels));
  const controller: Controller = {
    namespace,
    name: workload.metadata.name,
    workloads,
    words: controllerWords(workload),
    podServices,
    services: podServices.filter((service) => leadsToNginx(service, workload)),
    policies: neighbours.filter(isNetworkPolicy).filter((policy) => guards(policy, labels)),
  };
  return { ...controller, settings: findConfigMap(objects, namedConfigMap(controller, 'configmap')) };
}

/** Whether a Service leads anywhere but to the webhook and the metrics, which the controller itself answers. */
function leadsToNginx(service: ServiceObject, workload: Workload): boolean {
  const words = controllerWords(workload);
  const answers: readonly unknown[] = ['webhook', 'metrics', flagPort(words, 'validating-webhook'), flagPort(words, 'healthz-port') ?? 10254];
  return portsOf(service).some(({ targetPort }) => !answers.includes(targetPort));
}

const SEE = 'https://kubernetes.github.io/ingress-nginx/deploy/';

function whyNotOne(all: readonly Controller[], found: readonly Controller[], name: string | undefined): Omit<Fault, 'see'> {
  if (found.length > 1) {
    return {
      fact: `there are ${found.length} ingress-nginx controllers: ${found.map(fullName).join(', ')}`,
      why: 'a port is published by one of them, and which one would be a guess',
      fix: `say which one: { controllerName: '${isDistinct(found[0].name, found) ? found[0].name : fullName(found[0])}' }`,
    };
  }
  return all.length > 0
    ? {
      fact: `no ingress-nginx controller is called "${name}"; there is ${all.map(fullName).join(', ')}`,
      why: 'ports are published by the controller of that name only',
      fix: `use { controllerName: '${all[0].name}' }`,
    }
    : {
      fact: 'none of the objects is an ingress-nginx controller',
      why: 'the flag, the ConfigMap and the ports belong to a Deployment or DaemonSet that runs /nginx-ingress-controller',
      fix: 'give the deploy.yaml of a kubernetes/ingress-nginx release; F5\'s NGINX Ingress Controller is another program',
    };
}

function isDistinct(name: string, controllers: readonly Controller[]): boolean {
  return controllers.filter((controller) => controller.name === name).length === 1;
}
