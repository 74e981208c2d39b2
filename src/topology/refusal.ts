import type { Answer } from './answer';
import { describeOrder } from './difference';
import { mechanismsFor, NOTHING, type Mechanism } from './mechanism';
import { spelled } from './parse-keys';
import type { Preference } from './preference';
import { TopologyKey } from './topology-key';
import { waysOut } from './ways-out';
import type { Fault } from '../problems/problem';
import { CAPABILITIES } from '../values/capabilities';

const SEE = 'https://kubernetes.io/docs/reference/networking/virtual-ips/#traffic-distribution';

/** Why an order is not said, though something near it could be. */
export function inexact({ keys, order, cluster }: Preference, answer: Answer): Fault {
  const { mechanism, difference } = answer;
  const plainly = mechanism.reservation ? [] : [`prefer ${spelled(mechanism.order.map(TopologyKey._for))}, which is what it does`];
  return {
    fact: `Kubernetes ${cluster.version}, the target, cannot say exactly ${spelled(keys)}`,
    why: `the nearest is ${mechanism.name}, which differs: ${difference}${reason(mechanism)}`,
    fix: ['set whenInexact: WhenInexact.ACCEPT_NEAREST to take it', ...plainly, ...waysOut(order, cluster, answer)].join('; or '),
    see: mechanism.capability ? CAPABILITIES[mechanism.capability].see : SEE,
  };
}

/** Why an order is not said at all. */
export function impossible({ keys, order, cluster }: Preference): Fault {
  const others = mechanismsFor(order, cluster).filter((mechanism) => mechanism !== NOTHING);
  const distinct = others.filter((mechanism, index) => others.findIndex((other) => meaning(other) === meaning(mechanism)) === index);
  return {
    fact: `Kubernetes ${cluster.version}, the target, cannot say ${spelled(keys)}`,
    why: distinct.length > 0
      ? `it can only say something else: ${distinct.map((mechanism) => `${mechanism.name} means ${meaning(mechanism)}`).join('; ')}`
      : 'nothing there makes connections prefer the near unless a feature gate is opened',
    fix: waysOut(order, cluster, undefined).join('; or '),
    see: SEE,
  };
}

function meaning(mechanism: Mechanism): string {
  return describeOrder(mechanism.order) + reason(mechanism);
}

function reason({ because }: Mechanism): string {
  return because ? `, because ${because}` : '';
}
