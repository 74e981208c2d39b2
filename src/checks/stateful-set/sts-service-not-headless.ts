import { freeServiceName, governedSets, selectorText, setServiceNameText, type GovernedSet } from './governed-sets';
import { podNameUse, relianceText, type PodNameUse } from './pod-name-use';
import type { Network } from '../../model/network';
import type { ServiceNode } from '../../model/service-node';
import type { Check, Problem } from '../check';

/** The governing Service has an address of its own. */
export const stsServiceNotHeadless: Check = {
  name: 'sts-service-not-headless',
  severity: 'warning',
  summary: 'The governing Service of a StatefulSet is not headless.',
  why: 'names of single Pods are promised for headless Services only: CoreDNS answers for others too, other DNS servers do not, and the name of the Service itself gives one address instead of one for each Pod',
  see: 'https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#limitations',
  * run(network) {
    for (const governed of governedSets(network)) {
      if (governed.service && !governed.service.isHeadless) yield problemOf(governed, governed.service, network);
    }
  },
};

function problemOf({ set, serviceName }: GovernedSet, service: ServiceNode, network: Network): Problem {
  const use = podNameUse(set, network);
  const name = freeServiceName(`${serviceName}-headless`, set.namespace, network);
  return {
    object: set,
    path: ['spec', 'serviceName'],
    fact: `is governed by "${serviceName}", which ${service.type === 'ExternalName' ? 'is an ExternalName' : `is of type ${service.type} and has a cluster address`}${use ? `; ${relianceText(use, set)}` : ''}`,
    fix: `make a Service ${name} with clusterIP: None and selector: ${selectorText(set)}, ${use ? `write ${renamed(use, name)} instead of ${use.text}, ` : ''}and ${setServiceNameText(name)}`,
    severity: use ? 'warning' : 'info',
    related: [service],
  };
}

function renamed({ text, serviceName }: PodNameUse, name: string): string {
  return text.replace(`.${serviceName}`, `.${name}`);
}
