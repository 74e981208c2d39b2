import { freeListenPort } from './listen-port';
import { kubeletPort, listenerLimit, mixedProtocols, sameNumber, udpCapable } from './load-balancer';
import { admittedByPolicy } from './network-policy';
import { pinnableNodePort } from './node-port';
import { numericName } from './numeric-name';
import { presentEntry } from './present-entry';
import { presentFlag } from './present-flag';
import { expectedProxyHeader } from './proxy-protocol';
import type { ListenerRule, Rule } from './rule';
import { distinctUpstream } from './upstream-key';
import { watchedBackend, watchedConfigMap } from './watched-namespace';

/** What is known of a port alone. */
export const LISTENER_RULES: readonly ListenerRule[] = [freeListenPort, kubeletPort];

/** Everything that is known at synthesis to keep a forward from working; in the order in which it is reported. */
export const RULES: readonly Rule[] = [
  presentEntry,
  ...LISTENER_RULES,
  pinnableNodePort,
  presentFlag,
  watchedConfigMap,
  watchedBackend,
  expectedProxyHeader,
  udpCapable,
  mixedProtocols,
  sameNumber,
  listenerLimit,
  distinctUpstream,
  numericName,
  admittedByPolicy,
];
