import { freeServiceName, labelsText, servicesIn } from './governed-sets';
import { textAt } from '../../kube/field';
import { isPlaceholder } from '../../kube/placeholder';
import type { Network } from '../../model/network';
import { isHelmHook, nodeText } from '../../model/object-node';
import { operatedIn } from '../../model/operators';
import { catches } from '../../model/pod-labels';
import type { ServiceNode } from '../../model/service-node';
import type { WorkloadNode } from '../../model/workload-node';
import type { Check, Problem, Verdict } from '../check';

/** Pods with a name that no Service carries. */
export const podSubdomainWithoutService: Check = {
  name: 'pod-subdomain-without-service',
  severity: 'warning',
  summary: 'Pods have a hostname and a subdomain, and no Service of that name selects them.',
  why: 'the cluster\'s DNS knows a Pod as <hostname>.<subdomain> only while it is an endpoint of a Service with the name of the subdomain',
  see: 'https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#pod-s-hostname-and-subdomain-fields',
  * run(network) {
    for (const workload of network.workloads) {
      const verdict = verdictOn(workload, network);
      if (verdict) yield verdict;
    }
  },
};

function verdictOn(workload: WorkloadNode, network: Network): Verdict | undefined {
  const subdomain = textAt(workload.podSpec, 'subdomain');
  const hostname = textAt(workload.podSpec, 'hostname');
  if (!subdomain || !hostname || isPlaceholder(subdomain) || isOverwritten(workload)) return undefined;
  const service = network.service(workload.namespace, subdomain);
  if (!service) return isHidden(workload, network) ? doubt(workload, subdomain) : missing(workload, `${hostname}.${subdomain}`, subdomain);
  if (maySelect(service, workload)) return undefined;
  const other = freeServiceName(`${workload.name}-headless`, workload.namespace, network);
  return {
    ...missing(workload, `${hostname}.${subdomain}`, subdomain),
    fact: `names its Pods "${hostname}.${subdomain}", but ${nodeText(service)} selects ${labelsText(service.selector ?? {})} and they have ${labelsText(workload.podLabels)}`,
    fix: `${serviceFor(workload, other)}, and set subdomain: ${other}`,
    related: [service],
  };
}

function maySelect({ selector }: ServiceNode, workload: WorkloadNode): boolean {
  return !selector || catches(selector, workload) || Object.values(selector).some(isPlaceholder);
}

/** A StatefulSet names its Pods itself. */
function isOverwritten(workload: WorkloadNode): boolean {
  return workload.kind === 'StatefulSet' || isHelmHook(workload);
}

function isHidden({ namespace }: WorkloadNode, network: Network): boolean {
  const hasNoService = servicesIn(namespace, network).length === 0;
  return hasNoService || network.circumstances.unreadable.length > 0 || operatedIn(network, namespace) !== undefined;
}

function doubt(workload: WorkloadNode, subdomain: string): Verdict {
  return { object: workload, cannotTell: `Service ${workload.namespace}/${subdomain} is not among the objects` };
}

function missing(workload: WorkloadNode, name: string, subdomain: string): Problem {
  return {
    object: workload,
    path: [...workload.podSpecPath, 'subdomain'],
    fact: `names its Pods "${name}", and there is no Service ${workload.namespace}/${subdomain}`,
    fix: serviceFor(workload, `${workload.namespace}/${subdomain}`),
  };
}

/** A Service without a label to select by finds no Pods. */
function serviceFor(workload: WorkloadNode, service: string): string {
  const labels = isLabelled(workload) ? workload.podLabels : { app: workload.name };
  const selector = `selector: ${labelsText(labels)}`;
  return `${isLabelled(workload) ? '' : `add the label app: ${workload.name} to the Pods, and `}make Service ${service} with clusterIP: None and ${selector}`;
}

function isLabelled({ podLabels }: WorkloadNode): boolean {
  return Object.keys(podLabels).length > 0;
}
