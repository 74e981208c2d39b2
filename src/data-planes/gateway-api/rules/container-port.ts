import type { ListenerRule } from './rule';
import { listenerOf, nextFreePort, type Listener } from '../../../model/forward';
import { Protocol } from '../../../values/protocol';
import type { ContainerPorts } from '../container-ports';

/** A listener is served on a port of the controller's Pods that neither another listener nor the Pods themselves use. */
export const containerPort: ListenerRule = (listener, { plan: { target: { implementation: { title, containerPorts } } }, others }) => {
  if (!containerPorts) return undefined;
  const user = userOf(listener, containerPorts, others);
  const isTaken = (listenPort: number) => userOf({ ...listener, listenPort }, containerPorts, others) !== undefined;
  return user === undefined ? undefined : {
    field: 'listenPort',
    fact: `${listenerOf(listener)} would be served on port ${containerPorts.of(listener.listenPort)} of the proxy, as ${user} is`,
    why: `${title} ${containerPorts.rule}, and a port of the proxy can be opened once`,
    fix: `use another listenPort, for example ${nextFreePort(listener.listenPort, isTaken)}`,
    see: containerPorts.see,
  };
};

function userOf({ listenPort, protocol }: Listener, { of, used }: ContainerPorts, others: readonly Listener[]): string | undefined {
  const served = of(listenPort);
  const other = others.find((candidate) => candidate.protocol === protocol && of(candidate.listenPort) === served);
  if (other) return listenerOf(other);
  return protocol === Protocol.TCP ? used.get(served) : undefined;
}
