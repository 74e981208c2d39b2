import { fieldAt, listAt, recordAt, textAt } from '../../kube/field';
import type { GatewayListenerNode, GatewayNode } from '../../model/gateway-node';
import type { Network } from '../../model/network';
import type { ObjectNode } from '../../model/object-node';

/** A listener, what it stands in, and the Gateway of both. */
export interface ListenerPlace {
  readonly gateway: GatewayNode;
  readonly holder: GatewayNode;
  readonly listener: GatewayListenerNode;
}

/** Whether a policy makes a listener expect a PROXY header. */
export function expectsProxyHeader(place: ListenerPlace, network: Network): boolean {
  return clientTrafficPolicyExpects(place, network) || listenerPolicyExpects(place, network);
}

/** Whether a policy of Envoy Gateway makes the backends of a route get a PROXY header. */
export function sendsProxyHeader(route: ObjectNode, network: Network): boolean {
  const policies = network.ofKind('gateway.envoyproxy.io', 'BackendTrafficPolicy').filter((policy) => targetsOf(policy, route).length > 0);
  return policies.some(({ object }) => fieldAt(object, 'spec', 'proxyProtocol') !== undefined);
}

// The policy that names the listener replaces the one for all: https://gateway.envoyproxy.io/docs/tasks/traffic/client-traffic-policy/
function clientTrafficPolicyExpects({ holder, listener, gateway }: ListenerPlace, network: Network): boolean {
  const policies = network.ofKind('gateway.envoyproxy.io', 'ClientTrafficPolicy');
  const sections = (node: ObjectNode, wanted: string | undefined) => policies.filter((policy) =>
    targetsOf(policy, node).some((target) => textAt(target, 'sectionName') === wanted));
  const [policy] = [...sections(holder, listener.name), ...sections(holder, undefined), ...sections(gateway, undefined)];
  return policy !== undefined && ('proxyProtocol' in recordAt(policy.object, 'spec') || fieldAt(policy.object, 'spec', 'enableProxyProtocol') === true);
}

// The entry of a port replaces the default: https://kgateway.dev/docs/envoy/latest/setup/listeners/proxy-protocol/
function listenerPolicyExpects({ gateway, listener }: ListenerPlace, network: Network): boolean {
  return network.ofKind('gateway.kgateway.dev', 'ListenerPolicy').filter((policy) => targetsOf(policy, gateway).length > 0).some(({ object }) => {
    const own = listAt(object, 'spec', 'perPort').find((entry) => fieldAt(entry, 'port') === listener.port);
    const settings = own === undefined ? recordAt(object, 'spec', 'default') : recordAt(own, 'listener');
    return 'proxyProtocol' in settings;
  });
}

function targetsOf({ object, namespace }: ObjectNode, target: ObjectNode): unknown[] {
  const references = [...listAt(object, 'spec', 'targetRefs'), fieldAt(object, 'spec', 'targetRef')];
  return namespace !== target.namespace ? [] : references.filter((reference) =>
    textAt(reference, 'kind') === target.kind && textAt(reference, 'name') === target.name);
}
