import type { Rule } from './rule';

/** A policy has room for so many ports. */
export const proxyPolicyLimit: Rule = ({ acceptProxyProtocol }, { plan: { target: { implementation } }, others }) => {
  const { title, supports, maxProxyPorts = Infinity } = implementation;
  const count = others.filter((other) => other.acceptProxyProtocol).length;
  return !acceptProxyProtocol || count < maxProxyPorts ? undefined : {
    field: 'acceptProxyProtocol',
    fact: `it is port ${count + 1} of the Gateway with a PROXY header`,
    why: `the policy of ${title} has room for ${maxProxyPorts} ports`,
    fix: 'publish it through a second GatewayApi, which has an address of its own',
    see: supports['PROXY protocol from clients'].see,
  };
};
