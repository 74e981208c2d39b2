import type { Check, Problem } from '../check';
import { contestsIn } from './competitors';
import { namesItsPods, portSplits, targetPath, type PortSplit } from './port-split';
import { portsText, targetsText } from './ports-text';
import { runsTheSame } from './program';
import { tellingLabel } from './telling-label';
import { listed, shownOf } from './workload-list';
import { labelsText } from '../../model/known-labels';

/** One Service catches a server and, say, its worker. */
export const selectorOverlapNoPorts: Check = {
  name: 'selector-overlap-no-ports',
  severity: 'warning',
  summary: 'A Service selects several workloads, a numeric targetPort is declared by some of them, and others declare no ports at all.',
  why: 'a number is sent to every selected Pod: one that serves nothing, such as a worker, refuses its share of the connections',
  see: 'https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports',
  * run(network) {
    for (const contest of contestsIn(network)) {
      for (const split of portSplits(contest)) yield* problemOf(withoutSameProgram(split));
    }
  },
};

/** A second version of a listening program listens too, whether it says so or not. */
function withoutSameProgram(split: PortSplit): PortSplit {
  const isAnother = (workload: PortSplit['portless'][number]) => !split.listening.some((server) => runsTheSame(server, workload));
  return { ...split, portless: split.portless.filter(isAnother) };
}

function* problemOf(split: PortSplit): Iterable<Problem> {
  const { service, competitors, ports, listening, portless } = split;
  if (portless.length === 0 || (service.isHeadless && namesItsPods(service, competitors))) return;
  const label = tellingLabel(service, listening, portless);
  const narrow = label ? `add ${labelsText(label)} to spec.selector` : `give the Pods of ${listed(listening)} a label of their own and select it`;
  yield {
    object: service,
    path: targetPath(split),
    fact: `${portsText(ports)} ${ports.length === 1 ? 'leads' : 'lead'} to ${targetsText(ports)} in the Pods of ${competitors.length} workloads: `
      + `${listed(listening)} ${listening.length === 1 ? 'declares' : 'declare'} ${ports.length === 1 ? 'it' : 'them'}, ${listed(portless)} ${portless.length === 1 ? 'declares' : 'declare'} no ports`,
    fix: `${narrow}; if ${listed(portless)} ${portless.length === 1 ? 'does' : 'do'} listen there, declare ${targetsText(ports)}`,
    related: shownOf(listening, portless),
  };
}
