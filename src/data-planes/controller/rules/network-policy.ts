import type { Rule } from './rule';
import { listenerOf } from '../../../model/forward';

/** A NetworkPolicy around the controller must let connections to the port in; it is not widened behind its author's back. */
export const admittedByPolicy: Rule = (forward, { controller, ports }) => {
  const { listenPort, protocol } = forward;
  return ports.isAdmitted(listenPort, protocol) ? undefined : {
    field: 'listenPort',
    fact: `no NetworkPolicy lets clients connect to port ${listenerOf(forward)} of the controller`,
    why: `NetworkPolicy ${controller.policies.map(({ metadata }) => metadata.name).join(' and ')} allows other ports only, so connections are dropped without an answer`,
    fix: `add { port: ${listenPort}, protocol: ${protocol} } to spec.ingress[].ports of NetworkPolicy ${controller.policies[0].metadata.name}`,
    see: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/',
  };
};
