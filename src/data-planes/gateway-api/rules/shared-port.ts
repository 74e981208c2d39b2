import { declaredOn } from './declared-listener';
import type { ListenerRule } from './rule';
import { listenerOf, nextFreePort } from '../../../model/forward';
import { rivalsOf } from '../../../model/port-sharing';

/** TCP shares its port with no protocol that is carried by it. */
export const sharedPort: ListenerRule = (listener, { plan: { gateway } }) => {
  const { listenPort, protocol } = listener;
  const [other] = rivalsOf(protocol).flatMap((candidate) => declaredOn(listenPort, candidate, gateway.listeners) ?? []);
  const isTaken = (port: number) => gateway.listeners?.some((candidate) => candidate.port === port) ?? false;
  return other && {
    field: 'listenPort',
    fact: `${listenerOf(listener)} is taken by the ${other.protocol} listener "${other.name}" of Gateway ${gateway.namespace}/${gateway.name}`,
    why: 'the controller accepts neither of two listeners that read different things from one port (ProtocolConflict)',
    fix: `use another listenPort, for example ${nextFreePort(listenPort, isTaken)}`,
    see: 'https://gateway-api.sigs.k8s.io/reference/spec/#gatewayspec',
  };
};
