import { containerPort } from './container-port';
import { declaredListener } from './declared-listener';
import { kubeletPort } from './kubelet-port';
import { listenerLimit } from './listener-limit';
import { proxyPolicy } from './proxy-policy';
import { proxyPolicyLimit } from './proxy-policy-limit';
import type { ListenerRule, Rule } from './rule';
import { sharedPort } from './shared-port';

/** What is known of a port alone. */
export const LISTENER_RULES: readonly ListenerRule[] = [declaredListener, sharedPort, listenerLimit, containerPort, kubeletPort];

/** Everything that is known at synthesis to keep a forward from working; in the order in which it is reported. */
export const RULES: readonly Rule[] = [...LISTENER_RULES, proxyPolicy, proxyPolicyLimit];
