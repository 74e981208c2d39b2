import { mistyped } from './mistyped';
import { isPlaceholder } from '../../kube/placeholder';
import { GATEWAY_GROUP, gatewaysOf } from '../../model/gateway-node';
import { isHelmHook } from '../../model/object-node';
import type { Check } from '../check';

/** A Gateway is of a class that is not there. */
export const gatewayClassMissing: Check = {
  name: 'gateway-class-missing',
  severity: 'error',
  summary: 'A Gateway names a GatewayClass that is not there.',
  why: 'no controller takes the Gateway: it gets no address, and its conditions stay Unknown',
  see: 'https://gateway-api.sigs.k8s.io/api-types/gatewayclass/',
  * run(network) {
    const classes = network.ofKind(GATEWAY_GROUP, 'GatewayClass');
    const names = new Set(classes.map(({ name }) => name));
    for (const gateway of gatewaysOf(network)) {
      const { className } = gateway;
      if (!className || isPlaceholder(className) || isHelmHook(gateway) || names.has(className)) continue;
      const found = network.circumstances.unreadable.length > 0 ? undefined : mistyped(className, classes);
      yield found === undefined
        ? { object: gateway, cannotTell: `GatewayClass ${className} is not among the objects; controllers bring theirs` }
        : {
          object: gateway,
          path: ['spec', 'gatewayClassName'],
          fact: `is of the class "${className}", which is not among the objects; there is ${found.kind} ${found.name}`,
          fix: `write gatewayClassName: ${found.name}`,
          related: [found],
        };
    }
  },
};
