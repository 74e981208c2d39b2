import { governedSets, headlessServiceFor, selectorText, servicesIn, setServiceNameText, type GovernedSet } from './governed-sets';
import { podNameUse, relianceText } from './pod-name-use';
import type { Severity } from '../../findings/severity';
import { isPlaceholder } from '../../kube/placeholder';
import { groupedBy } from '../../model/grouped-by';
import type { Network } from '../../model/network';
import { nodeText, type ObjectNode } from '../../model/object-node';
import { oncePerNetwork } from '../../model/once-per-network';
import { operatedIn } from '../../model/operators';
import type { ServiceNode } from '../../model/service-node';
import type { Check, Verdict } from '../check';

/** The Service that gives the Pods their names does not exist. */
export const stsServiceMissing: Check = {
  name: 'sts-service-missing',
  severity: 'error',
  summary: 'A StatefulSet names a governing Service that is not among the objects.',
  why: 'the Pods get no DNS names of their own: <pod>.<service> never resolves',
  see: 'https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#stable-network-id',
  * run(network) {
    for (const governed of governedSets(network)) {
      if (!governed.service) yield verdictOn(governed, network);
    }
  },
};

function verdictOn(governed: GovernedSet, network: Network): Verdict {
  const { set, serviceName } = governed;
  const elsewhere = servicesByName(network).get(serviceName)?.[0];
  const hidden = elsewhere ? undefined : whyHidden(governed, network);
  if (hidden) return { object: set, cannotTell: `Service ${set.namespace}/${serviceName} is not among the objects, ${hidden}` };
  const use = podNameUse(set, network);
  const candidate = use ? undefined : headlessServiceFor(set, network);
  return {
    object: set,
    path: ['spec', 'serviceName'],
    fact: [`names the governing Service "${serviceName}", which is not among the objects`,
      elsewhere ? ` (${nodeText(elsewhere)} is in another namespace)` : '', use ? `; ${relianceText(use, set)}` : ''].join(''),
    fix: candidate ? `${setServiceNameText(candidate.name)}: it is headless and selects these Pods` : fixFor(governed, elsewhere),
    severity: elsewhere ? 'warning' : severityFor(governed, use !== undefined),
    related: [use?.object, candidate, elsewhere].filter((node) => node !== undefined && node.object !== set.object) as ObjectNode[],
  };
}

function whyHidden({ set }: GovernedSet, network: Network): string | undefined {
  if (network.circumstances.unreadable.length > 0) return 'and some of the input could not be read';
  const operated = operatedIn(network, set.namespace);
  if (operated) return `and the operator of ${nodeText(operated)} may make it`;
  if (unnamed(network).has(set.namespace)) return 'and some names of Services are filled in later';
  return servicesIn(set.namespace, network).length > 0 ? undefined : `nor is any Service of namespace ${set.namespace}`;
}

// One Pod has nobody to be told apart from, and many manifests name a Service only because the field was once required.
function severityFor({ set }: GovernedSet, isUsed: boolean): Severity {
  if (isUsed) return 'error';
  return (set.replicas ?? 1) > 1 ? 'warning' : 'info';
}

function fixFor({ set, serviceName }: GovernedSet, elsewhere: ServiceNode | undefined): string {
  return elsewhere && !elsewhere.isNamespaceGiven
    ? `add metadata.namespace: ${set.namespace} to Service ${serviceName}`
    : `make Service ${set.namespace}/${serviceName} with clusterIP: None and selector: ${selectorText(set)}`;
}

const servicesByName = oncePerNetwork((network) => groupedBy(network.services, ({ name }) => name));

/** The namespaces with Services whose names are not known yet. */
const unnamed = oncePerNetwork((network) => new Set(network.services.filter(({ name }) => isPlaceholder(name)).map(({ namespace }) => namespace)));
