import { freeServiceName, labelsText, servicesIn } from './governed-sets';
import { textAt } from '../../kube/field';
import { isPlaceholder } from '../../kube/placeholder';
import type { Network } from '../../model/network';
import { isHelmHook, nodeText } from '../../model/object-node';
import { operatedIn } from '../../model/operators';
import { catches } from '../../model/pod-labels';
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
  if (!service.selector || catches(service.selector, workload) || Object.values(service.selector).some(isPlaceholder)) return undefined;
  const other = freeServiceName(`${workload.name}-headless`, workload.namespace, network);
  return {
    ...missing(workload, `${hostname}.${subdomain}`, subdomain),
    fact: `names its Pods "${hostname}.${subdomain}", but ${nodeText(service)} selects ${labelsText(service.selector)} and they have ${labelsText(workload.podLabels)}`,
    fix: `make Service ${other} with clusterIP: None and selector: ${labelsText(workload.podLabels)}, and set subdomain: ${other}`,
    related: [service],
  };
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
    fix: `make Service ${workload.namespace}/${subdomain} with clusterIP: None and selector: ${labelsText(workload.podLabels)}`,
  };
}
