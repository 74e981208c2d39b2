import { freeListenPort } from './listen-port';
import { kubeletPort, listenerLimit, mixedProtocols, sameNumber, udpCapable } from './load-balancer';
import { pinnableNodePort } from './node-port';
import { ownConfigMap } from './own-config-map';
import { presentEntry } from './present-entry';
import { presentFlag } from './present-flag';
import type { ListenerRule, Rule } from './rule';
import { configMapFlag } from '../stream-config-map';

/** What is known of a port alone. */
export const LISTENER_RULES: readonly ListenerRule[] = [freeListenPort, kubeletPort];

/** What keeps an entry from being written or read. */
export const ENTRY_RULES: readonly Rule[] = [presentEntry, ...LISTENER_RULES, pinnableNodePort, presentFlag, ownConfigMap];

/** What keeps a load balancer from carrying the connections. */
export const LOAD_BALANCER_RULES: readonly Rule[] = [udpCapable, mixedProtocols, sameNumber, listenerLimit].map(onceForwarded);

/** Says nothing of a protocol that the controller does not forward anyway. */
function onceForwarded(rule: Rule): Rule {
  return (forward, surroundings) =>
    configMapFlag(surroundings.controller.type, forward.protocol) === undefined ? undefined : rule(forward, surroundings);
}
