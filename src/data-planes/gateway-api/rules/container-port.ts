import { useAnotherPort } from './free-port';
import type { ListenerRule } from './rule';
import { listenerOf } from '../../../model/forward';
import { userOf } from '../container-ports';

/** A listener is served on a port of the controller's Pods that neither another listener nor the Pods themselves use. */
export const containerPort: ListenerRule = (listener, surroundings) => {
  const { title, containerPorts } = surroundings.plan.target.implementation;
  const user = containerPorts && userOf(listener, containerPorts, surroundings.others);
  return user === undefined ? undefined : {
    field: 'listenPort',
    fact: `${listenerOf(listener)} would be served on port ${containerPorts!.of(listener.listenPort)} of the proxy, as ${user} is`,
    why: `${title} ${containerPorts!.rule}, and a port of the proxy can be opened once`,
    fix: useAnotherPort(listener, surroundings),
    see: containerPorts!.see,
  };
};
