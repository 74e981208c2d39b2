import { differencesBetween } from './difference';
import { approximates, distanceBetween, effectOf } from './effect';
import { gatesOf, mechanismsFor, type Cluster, type Mechanism } from './mechanism';
import type { Tier } from './tier';

/** How a cluster can be told an order of preference. */
export interface Answer {
  readonly mechanism: Mechanism;
  /** How far it is from what is asked: 0 where it does exactly that. */
  readonly distance: number;
  /** What it does otherwise than asked; absent where it does exactly that. */
  readonly difference?: string;
}

/** The mechanism that does what the order says, or comes nearest; `undefined` where none is near. */
export function answerTo(order: readonly Tier[], cluster: Cluster): Answer | undefined {
  const answers = mechanismsFor(order, cluster).map((mechanism) => answerWith(mechanism, order, cluster)).filter((answer) => answer !== undefined);
  return answers.sort((a, b) => a.distance - b.distance || gateCount(a, cluster) - gateCount(b, cluster)).at(0);
}

// Less than any difference in where connections go.
const RESERVATION = 0.5;

function answerWith(mechanism: Mechanism, order: readonly Tier[], { tiers }: Cluster): Answer | undefined {
  const wished = effectOf(order, tiers);
  const offered = effectOf(mechanism.order, tiers);
  const distance = distanceBetween(offered, wished);
  if (distance > 0 && !approximates(offered, wished)) return undefined;
  const differences = [...differencesBetween(offered, wished), mechanism.reservation].filter((text) => text !== undefined);
  return {
    mechanism,
    distance: distance + (mechanism.reservation ? RESERVATION : 0),
    difference: differences.join('; ') || undefined,
  };
}

function gateCount({ mechanism }: Answer, { version }: Cluster): number {
  return gatesOf(mechanism, version).length;
}
