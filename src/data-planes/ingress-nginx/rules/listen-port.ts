import { listenerOf } from '../../../model/forward';
import { targetNumbers } from '../ports-in-use';
import { useAnotherPort } from './free-port';
import type { ListenerRule } from './rule';

const SOURCE = 'https://github.com/kubernetes/ingress-nginx/blob/controller-v1.15.1/internal/ingress/controller';

/** A port must be free in the controller: the first reason why it is not. */
export const freeListenPort: ListenerRule = (forward, surroundings) =>
  reservedPort(forward, surroundings) ?? occupiedPort(forward, surroundings) ?? servedPort(forward, surroundings);

const reservedPort: ListenerRule = (forward, surroundings) => {
  const flag = surroundings.ports.reserved.get(forward.listenPort);
  return flag === undefined ? undefined : {
    field: 'listenPort',
    fact: `port ${forward.listenPort} is reserved by the controller (--${flag})`,
    why: 'the controller skips the entry with a warning in its log, so the port leads nowhere',
    fix: useAnotherPort(forward, surroundings),
    see: `${SOURCE}/controller.go`,
  };
};

/** Not refused by the controller: nginx fails to bind, keeps its old configuration, and freezes every later change. */
const occupiedPort: ListenerRule = (forward, surroundings) => {
  const owner = surroundings.ports.occupied.get(listenerOf(forward));
  return owner === undefined || surroundings.others.on(forward) ? undefined : {
    field: 'listenPort',
    fact: `port ${listenerOf(forward)} is taken in the controller's Pod by ${owner}`,
    why: 'nginx cannot bind it, reports success and keeps its old configuration: from then on no change of any Ingress takes effect',
    fix: useAnotherPort(forward, surroundings),
    see: 'https://github.com/kubernetes/ingress-nginx/issues/7913',
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
    see: 'https://kubernetes.github.io/ingress-nginx/user-guide/exposing-tcp-udp-services/',
  };
};
