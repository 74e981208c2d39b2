import type { Check, Problem } from '../check';
import { contestsIn, type Contest } from './competitors';
import { portsText } from './ports-text';
import { tellingLabel } from './telling-label';
import { listed, shownOf } from './workload-list';
import { labelsText } from '../../model/known-labels';
import type { ServicePortNode } from '../../model/service-node';
import { isForeignKind } from '../../model/workload-node';
import { arePortsKnown, declaring } from '../declared-ports';

/** One Service, several workloads, told apart by the names of their ports. */
export const selectorOverlapNamedSplit: Check = {
  name: 'selector-overlap-named-split',
  severity: 'info',
  summary: 'A Service selects several workloads, and a named targetPort is found in some of them only.',
  why: 'a name is looked up in each Pod, so connections arrive where it is known; but tools that pick any Pod of a Service, such as kubectl port-forward, may pick another',
  see: 'https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports',
  * run(network) {
    for (const contest of contestsIn(network)) {
      for (const port of contest.service.ports) yield* problemOf(contest, port);
    }
  },
};

function* problemOf({ service, competitors }: Contest, port: ServicePortNode): Iterable<Problem> {
  if (typeof port.targetPort !== 'string') return;
  const serving = competitors.filter((workload) => declaring(workload, port));
  const others = competitors.filter((workload) => !serving.includes(workload) && arePortsKnown(workload) && !isForeignKind(workload));
  if (serving.length === 0 || others.length === 0) return;
  const label = tellingLabel(service, serving, others);
  const telling = label ? `${labelsText(label)}` : 'a label that only its Pods carry';
  yield {
    object: service,
    path: ['spec', 'ports', port.index, 'targetPort'],
    fact: `${portsText([port])} leads to the port "${port.targetPort}" of ${listed(serving)}; ${listed(others)}, selected too, ${others.length === 1 ? 'has' : 'have'} no port of that name`,
    fix: `leave it if one address is to serve them all; if the Service is for ${listed(serving)} alone, add ${telling} to spec.selector`,
    related: shownOf(serving, others),
  };
}
