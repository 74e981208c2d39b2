import { entryLoss, type Judgement, type RoutedEntry } from './judge-entries';
import { inListenOrder, listenerOf, type Forward } from '../../model/forward';
import type { LossFault } from '../loss';
import type { Target } from '../target/target';

/** The API server takes no more listeners in one Gateway. */
const MAX_LISTENERS = 64;

/** What the Gateway has room for: the rest of the entries have no route. */
export function withinLimits({ routed, losses }: Judgement, target: Target): Judgement {
  const refused = refusals(routed.flatMap(({ forwards }) => forwards), target);
  const refusalOf = ({ forwards }: RoutedEntry) => forwards.map((forward) => refused.get(forward)).find((fault) => fault !== undefined);
  return {
    routed: routed.filter((each) => refusalOf(each) === undefined),
    losses: [...losses, ...routed.flatMap((each) => {
      const fault = refusalOf(each);
      return fault ? [entryLoss(each.entry, fault)] : [];
    })],
  };
}

function refusals(forwards: readonly Forward[], target: Target): Map<Forward, LossFault> {
  const { containerPortOf = (port) => port } = target.implementation;
  const room = roomOf(target);
  const inPods = new Map<string, Forward>();
  const refused = new Map<Forward, LossFault>();
  for (const forward of inListenOrder(forwards)) {
    const inPod = listenerOf({ ...forward, listenPort: containerPortOf(forward.listenPort) });
    const other = inPods.get(inPod);
    if (other) refused.set(forward, clash(forward, other, inPod, target));
    else if (inPods.size >= room) refused.set(forward, noRoom(room, target));
    else inPods.set(inPod, forward);
  }
  return refused;
}

function roomOf({ implementation: { supports, maxListeners = Infinity } }: Target): number {
  return Math.min(maxListeners, supports.ListenerSets.supported ? Infinity : MAX_LISTENERS);
}

function clash(forward: Forward, other: Forward, inPod: string, { implementation: { title, supports } }: Target): LossFault {
  return {
    name: 'listener-clash',
    severity: 'error',
    fact: `opens ${listenerOf(forward)}, which ${title} serves on ${inPod} of its Pods, as it does ${listenerOf(other)}`,
    why: 'one of the two listeners does not work',
    fix: `publish one of them with another Gateway: run again for it with another --gateway-name`,
    see: supports.TCP.see,
  };
}

function noRoom(room: number, { implementation: { title, supports } }: Target): LossFault {
  return {
    name: 'listener-limit',
    severity: 'error',
    fact: `is beyond the ${room} listeners that a Gateway of ${title} has room for`,
    why: 'its controller does not open the port',
    fix: 'give the entries beyond to a second run with another --gateway-name, or choose another --implementation',
    see: supports.ListenerSets.see,
  };
}
