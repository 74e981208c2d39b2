import { MAX_LISTENERS } from '../holders';
import type { ListenerRule } from './rule';

/** A Gateway has room for 64 listeners; ListenerSets add more, up to what the implementation takes. */
export const listenerLimit: ListenerRule = (_listener, { plan: { created, target: { implementation } }, others }) => {
  const { title, supports, maxListeners } = implementation;
  const most = maxListeners ?? (created && !supports.ListenerSets.supported ? MAX_LISTENERS : Infinity);
  return others.length < most ? undefined : {
    field: 'listenPort',
    fact: `it is listener ${others.length + 1} of the Gateway`,
    why: maxListeners === undefined
      ? `a Gateway has at most ${most} listeners, and ${title} reads no ListenerSets, which could add more`
      : `the load balancer that ${title} makes has at most ${most} listeners`,
    fix: 'publish it through a second GatewayApi, which has an address of its own',
    see: supports.ListenerSets.see,
  };
};
