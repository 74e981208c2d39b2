import { asRecord, asText } from '../../kube/field';
import { isPlaceholder } from '../../kube/placeholder';
import type { ServiceNode } from '../../model/service-node';
import { gatesToOpen, isUsable } from '../../values/capabilities';
import { isServiceName, parseDnsLabel, parseServiceName } from '../../values/dns-name';
import type { KubernetesVersion } from '../../values/kubernetes-version';
import type { Check, Problem } from '../check';
import { faultOf } from '../fault-of';
import { faultProblem } from '../fault-problem';

/** The name of a Service is none that DNS can have. */
export const serviceNameInvalid: Check = {
  name: 'service-name-invalid',
  severity: 'error',
  summary: 'The name of a Service has capital letters, dots, underscores, more than 63 characters, or starts with a digit before Kubernetes 1.36.',
  why: 'the name becomes a DNS label; the API server refuses the object',
  see: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#rfc-1035-label-names',
  * run(network) {
    for (const service of network.services) {
      const name = asText(asRecord(service.object.metadata).name);
      if (name === undefined || isServiceName(name) || isPlaceholder(name)) continue;
      const problem = problemOf(service, name, network.circumstances.version);
      if (problem) yield problem;
    }
  },
};

const RELAXED = 'Service name that starts with a digit';

function problemOf(service: ServiceNode, name: string, version: KubernetesVersion): Problem | undefined {
  const label = faultOf(parseDnsLabel, name);
  if (label) return faultProblem(service, ['metadata', 'name'], 'has an unusable name', label);
  const fault = isUsable(RELAXED, version) ? undefined : faultOf(parseServiceName, name);
  if (!fault) return undefined;
  const mayBeOpen = gatesToOpen(RELAXED, version).length > 0;
  return { ...faultProblem(service, ['metadata', 'name'], 'has an unusable name', fault), severity: mayBeOpen ? 'warning' : 'error' };
}
