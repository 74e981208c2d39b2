import { declaredOn } from './declared-listener';
import { useAnotherPort } from './free-port';
import type { ListenerRule } from './rule';
import { listenerOf } from '../../../model/forward';
import { rivalsOf } from '../../../model/port-sharing';

/** TCP shares its port with no protocol that is carried by it. */
export const sharedPort: ListenerRule = (listener, surroundings) => {
  const { gateway } = surroundings.plan;
  const [other] = rivalsOf(listener.protocol).flatMap((candidate) => declaredOn(listener.listenPort, candidate, gateway.listeners) ?? []);
  return other && {
    field: 'listenPort',
    fact: `${listenerOf(listener)} is taken by the ${other.protocol} listener "${other.name}" of Gateway ${gateway.namespace}/${gateway.name}`,
    why: 'the controller accepts neither of two listeners that read different things from one port (ProtocolConflict)',
    fix: useAnotherPort(listener, surroundings),
    see: 'https://gateway-api.sigs.k8s.io/reference/spec/#gatewayspec',
  };
};
