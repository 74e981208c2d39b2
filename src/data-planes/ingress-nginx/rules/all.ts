import { numericName } from './numeric-name';
import { expectedProxyHeader } from './proxy-protocol';
import { distinctUpstream } from './upstream-key';
import { watchedBackend, watchedConfigMap } from './watched-namespace';
import { ENTRY_RULES, LOAD_BALANCER_RULES } from '../../controller/rules/all';
import { admittedByPolicy } from '../../controller/rules/network-policy';
import type { Rule } from '../../controller/rules/rule';

/** Everything that is known at synthesis to keep a forward from working; in the order in which it is reported. */
export const RULES: readonly Rule[] = [
  ...ENTRY_RULES,
  watchedConfigMap,
  watchedBackend,
  expectedProxyHeader,
  ...LOAD_BALANCER_RULES,
  distinctUpstream,
  numericName,
  admittedByPolicy,
];
