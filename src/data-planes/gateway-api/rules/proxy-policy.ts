import { declaredOn } from './declared-listener';
import type { Rule } from './rule';
import { listenerOf } from '../../../model/forward';

/** A policy for a listener has to be in the namespace of its Gateway. */
export const proxyPolicy: Rule = (forward, { plan: { created, gateway, target } }) => {
  const { acceptProxyProtocol, listenPort, protocol } = forward;
  const isElsewhere = !created && target.routeNamespace !== target.namespace;
  const { title, supports, policiesAreOfGateway } = target.implementation;
  const isGateways = policiesAreOfGateway || declaredOn(listenPort, protocol, gateway.listeners) !== undefined;
  return !acceptProxyProtocol || !isElsewhere || !isGateways ? undefined : {
    field: 'acceptProxyProtocol',
    fact: `${listenerOf(forward)} belongs to Gateway ${target.namespace}/${target.name}, and this app makes its objects in namespace ${target.routeNamespace}`,
    why: `the policy with which ${title} expects PROXY headers has to be in the namespace of the Gateway`,
    fix: `set routeNamespaceName: '${target.namespace}' where this app may write there, or have the owner of the Gateway make the policy and leave acceptProxyProtocol out`,
    see: supports['PROXY protocol from clients'].see,
  };
};
