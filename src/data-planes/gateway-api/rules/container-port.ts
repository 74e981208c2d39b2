import type { ListenerRule } from './rule';
import { listenerOf, nextFreePort } from '../../../model/forward';

/** Two listeners must not be served on one port of the controller's Pods. */
export const containerPort: ListenerRule = ({ listenPort, protocol }, { plan: { target: { implementation } }, others }) => {
  const { title, containerPortOf } = implementation;
  if (!containerPortOf) return undefined;
  const served = containerPortOf(listenPort);
  const other = others.find((candidate) => candidate.protocol === protocol && containerPortOf(candidate.listenPort) === served);
  return other && {
    field: 'listenPort',
    fact: `${listenerOf({ listenPort, protocol })} and ${listenerOf(other)} are both served on port ${served} of the proxy`,
    why: `${title} adds 10000 to ports below 1024, and a port of the proxy can be opened once`,
    fix: `use another listenPort, for example ${nextFreePort(listenPort, (port) => others.some((taken) => containerPortOf(taken.listenPort) === containerPortOf(port)))}`,
    see: 'https://gateway.envoyproxy.io/docs/api/extension_types/#envoyproxykubernetesprovider',
  };
};
