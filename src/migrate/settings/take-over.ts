import { address } from './address';
import { annotations } from './annotations';
import { NOTHING, type Carried, type Carrier } from './carried';
import type { Entrance } from './entrance';
import { serviceFields } from './service-fields';
import { sourceRanges } from './source-ranges';
import { trafficPolicy } from './traffic-policy';
import type { Target } from '../target/target';

const CARRIERS: readonly Carrier[] = [address, sourceRanges, trafficPolicy, annotations, serviceFields];

/** What the Gateway takes over from the Service that clients come in through, and what it cannot. */
export function takeOver(entrance: Entrance | undefined, target: Target): Carried {
  if (entrance === undefined) return NOTHING;
  const parts = CARRIERS.map((carrier) => carrier(entrance, target));
  return { settings: Object.assign({}, ...parts.map(({ settings }) => settings)) as Carried['settings'], losses: parts.flatMap(({ losses }) => losses) };
}
