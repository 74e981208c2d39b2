import { changes } from './changes';
import type { Entrance } from './entrance';
import { networkPolicies, otherWaysIn } from './neighbourhood';
import { nodePorts } from './service-fields';
import { streamSettings } from './stream-settings';
import type { RoutedEntry } from '../entries/judge-entries';
import type { InputObjects } from '../input/input-objects';
import type { Installation } from '../input/installation';
import type { Loss } from '../loss';
import type { Target } from '../target/target';

/** One ingress-nginx whose entries became routes. */
export interface Moved {
  readonly installation: Installation;
  readonly entrance?: Entrance;
  readonly routed: readonly RoutedEntry[];
  readonly objects: InputObjects;
  readonly target: Target;
}

/** What is lost around the entries, beside what the Gateway takes over. */
export function lostSettings({ installation, entrance, routed, objects, target }: Moved): Loss[] {
  const published = new Set(routed.flatMap(({ forwards }) => forwards.map(({ listenPort, protocol }) => `${listenPort}/${protocol}`)));
  return [
    ...entrance ? nodePorts(entrance, (port, protocol) => published.has(`${port}/${protocol}`)) : [],
    ...streamSettings(installation, routed),
    ...otherWaysIn(installation, entrance),
    ...networkPolicies(installation, routed, objects),
    ...changes(installation, routed, target),
  ];
}
