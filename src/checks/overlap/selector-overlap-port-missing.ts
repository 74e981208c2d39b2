import type { Check, Problem } from '../check';
import { contestsIn } from './competitors';
import { namesItsPods, portSplits, targetPath, type PortSplit } from './port-split';
import { portsText, targetsText } from './ports-text';
import { refusedShare } from './refused-share';
import { splitFix } from './split-fix';
import { listed, listedWithPorts, shownOf } from './workload-list';
import type { Network } from '../../model/network';

/** One Service catches two workloads, and only one of them listens. */
export const selectorOverlapPortMissing: Check = {
  name: 'selector-overlap-port-missing',
  severity: 'error',
  summary: 'A Service selects several workloads, and a numeric targetPort is declared by some of them and not by others.',
  why: 'a number is sent to every selected Pod without looking at its ports: those that do not listen refuse the connection, at random',
  see: 'https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports',
  * run(network) {
    for (const contest of contestsIn(network)) {
      const splits = portSplits(contest).filter(({ silent }) => silent.length > 0);
      for (const split of splits) yield* problemOf(split, network);
    }
  },
};

function* problemOf(split: PortSplit, network: Network): Iterable<Problem> {
  const { service, competitors, ports, listening, silent } = split;
  if (service.isHeadless && namesItsPods(service, competitors)) return;
  const one = ports.length === 1;
  yield {
    object: service,
    path: targetPath(split),
    fact: `${portsText(ports)} ${one ? 'leads' : 'lead'} to ${targetsText(ports)} in the Pods of ${competitors.length} workloads, but only ${listed(listening)} `
      + `${listening.length === 1 ? 'declares' : 'declare'} ${one ? 'it' : 'them'}, while ${listedWithPorts(silent)}${refusedShare(split, network)}`,
    fix: splitFix(split, silent),
    related: shownOf(listening, silent),
    ...service.isHeadless ? HEADLESS : {},
  };
}

const HEADLESS = {
  severity: 'warning',
  why: 'DNS answers with the addresses of all selected Pods, in any order: clients that take one which does not listen are refused',
} as const;
