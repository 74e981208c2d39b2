import type { ForwardRule } from './entry-rule';
import { Protocol } from '../../values/protocol';

/** The implementation must carry the protocol. */
export const carriedProtocol: ForwardRule = ({ protocol }, { target: { implementation } }) => {
  const { supported, see } = implementation.supports[protocol as Protocol.TCP | Protocol.UDP];
  return supported ? undefined : {
    name: 'protocol-unsupported',
    severity: 'error',
    fact: `is a ${protocol} port, and ${implementation.title} carries no ${protocol} for the Gateway API`,
    why: 'its controller reads no such route, so connections would not be answered',
    fix: 'choose another --implementation, or publish the port with a Service of type LoadBalancer of its own',
    see,
  };
};

/** A backend that expects a PROXY header understands nothing else. */
export const sentProxyHeader: ForwardRule = ({ sendProxyProtocol }, { target: { implementation } }) => {
  const { supported, see } = implementation.supports['PROXY protocol to backends'];
  return supported || !sendProxyProtocol ? undefined : {
    name: 'proxy-to-backend',
    severity: 'error',
    fact: `sends the backend a PROXY header, which ${implementation.title} cannot`,
    why: 'a backend that waits for the header refuses connections that begin without one',
    fix: 'let the backend take connections without the header and remove the last ":PROXY" of the entry, or choose --implementation envoy-gateway',
    see,
  };
};
