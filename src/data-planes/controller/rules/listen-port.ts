import { listenerOf } from '../../../model/forward';
import { targetNumbers } from '../ports-in-use';
import { useAnotherPort } from './free-port';
import type { ListenerRule } from './rule';

/** A port must be free in the controller: the first reason why it is not. */
export const freeListenPort: ListenerRule = (forward, surroundings) =>
  reservedPort(forward, surroundings) ?? occupiedPort(forward, surroundings) ?? servedPort(forward, surroundings);

const reservedPort: ListenerRule = (forward, surroundings) => {
  const { consequences, pages } = surroundings.controller.type;
  const flag = surroundings.ports.reserved.get(forward.listenPort);
  return flag === undefined ? undefined : {
    field: 'listenPort',
    fact: `port ${forward.listenPort} is reserved by the controller (--${flag})`,
    why: consequences.reservedPort,
    fix: useAnotherPort(forward, surroundings),
    see: pages.source,
  };
};

/** Not refused by the controller, which cannot bind it. */
const occupiedPort: ListenerRule = (forward, surroundings) => {
  const owner = surroundings.ports.occupied.get(listenerOf(forward));
  return owner === undefined || surroundings.others.on(forward) ? undefined : {
    field: 'listenPort',
    fact: `port ${listenerOf(forward)} is taken in the controller's Pod by ${owner}`,
    fix: useAnotherPort(forward, surroundings),
    ...surroundings.controller.type.consequences.occupiedPort,
  };
};

/** A port that the controller's Service already has must lead to the same port of the controller. */
const servedPort: ListenerRule = (forward, surroundings) => {
  const { listenPort } = forward;
  const { controller, ports } = surroundings;
  const served = ports.served.get(listenerOf(forward)) ?? [];
  const elsewhere = served.find(({ targetPort }) => !targetNumbers(targetPort, controller.workloads).includes(listenPort));
  return elsewhere && {
    field: 'listenPort',
    fact: `Service ${elsewhere.service.metadata.name} already sends ${listenerOf(forward)} to targetPort ${elsewhere.targetPort}`,
    why: 'connections would go there and not to the forward',
    fix: `${useAnotherPort(forward, surroundings)}, or remove port ${listenPort} from the Service`,
    see: controller.type.pages.guide,
  };
};
