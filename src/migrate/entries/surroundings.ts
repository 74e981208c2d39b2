import { clientPorts } from './client-ports';
import type { Surroundings } from './entry-rule';
import { portsInUse, reservedPorts } from '../../data-planes/controller/ports-in-use';
import { INGRESS_NGINX } from '../../data-planes/ingress-nginx/controller-type';
import type { ServiceObject } from '../../kube/service';
import type { Network } from '../../model/network';
import { knownWatchedNamespace } from '../input/controller-entries';
import type { Installation } from '../input/installation';
import type { Target } from '../target/target';

/** What decides whether the entries of an installation work. */
export function surroundingsOf({ controller }: Installation, entrance: ServiceObject | undefined, network: Network, target: Target): Surroundings {
  // Where a Service leads under another number, that is what the entry opens.
  const ports = controller && portsInUse({ ...controller, podServices: [] });
  return {
    network,
    controller,
    reserved: ports?.reserved ?? reservedPorts({ type: INGRESS_NGINX, words: [] }),
    occupied: ports?.occupied ?? new Map(),
    watched: controller && knownWatchedNamespace(controller),
    clientPorts: clientPorts(controller, entrance),
    target,
  };
}
