import { unreadProxyHeader } from './unread-proxy-header';
import { whitelistedBackend } from './whitelisted-namespace';
import { ENTRY_RULES, LOAD_BALANCER_RULES } from '../../controller/rules/all';
import { admittedByPolicy } from '../../controller/rules/network-policy';
import type { Rule } from '../../controller/rules/rule';

/** Everything that is known at synthesis to keep a forward from working; in the order in which it is reported. */
export const RULES: readonly Rule[] = [...ENTRY_RULES, whitelistedBackend, unreadProxyHeader, ...LOAD_BALANCER_RULES, admittedByPolicy];
