import { fieldAt, recordAt } from '../../kube/field';
import { gatewaysOf, listenerSetsOf, listenerText, type GatewayListenerNode, type GatewayNode } from '../../model/gateway-node';
import { isHelmHook } from '../../model/object-node';
import type { Check, Problem } from '../check';

/** A listener for TCP or UDP has what only protocols with names can have. */
export const gatewayListenerHostnameL4: Check = {
  name: 'gateway-listener-hostname-l4',
  severity: 'error',
  summary: 'A listener for TCP or UDP has a hostname or tls.',
  why: 'the API server refuses the Gateway: a plain TCP or UDP listener sees no hostname, and ends no TLS',
  see: 'https://gateway-api.sigs.k8s.io/reference/spec/#listener',
  * run(network) {
    for (const gateway of [...gatewaysOf(network), ...listenerSetsOf(network)]) {
      if (isHelmHook(gateway)) continue;
      for (const listener of gateway.listeners) {
        if (!/^(TCP|UDP)$/i.test(listener.protocol)) continue;
        if (listener.hostname !== '') yield withHostname(gateway, listener);
        if (!isNothing(fieldAt(listener.object, 'tls'))) yield withTls(gateway, listener);
      }
    }
  },
};

function withHostname(gateway: GatewayNode, listener: GatewayListenerNode): Problem {
  return {
    object: gateway,
    path: [...listener.path, 'hostname'],
    fact: `has hostname: ${JSON.stringify(listener.hostname)} on its listener ${listenerText(listener)}`,
    fix: isTcp(listener) ? 'remove hostname, or write protocol: TLS if clients name the host in their TLS handshake (SNI)' : 'remove hostname',
  };
}

function withTls(gateway: GatewayNode, listener: GatewayListenerNode): Problem {
  const mode = recordAt(listener.object, 'tls').mode === 'Passthrough' ? 'Passthrough' : 'Terminate';
  return {
    object: gateway,
    path: [...listener.path, 'tls'],
    fact: `has tls on its listener ${listenerText(listener)}`,
    fix: isTcp(listener) ? `write protocol: TLS (tls.mode ${mode}) and attach a TLSRoute, or remove tls` : 'remove tls',
  };
}

function isTcp({ protocol }: GatewayListenerNode): boolean {
  return protocol.toUpperCase() === 'TCP';
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null;
}
