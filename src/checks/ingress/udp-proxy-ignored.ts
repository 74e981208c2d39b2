import { streamEntries } from './stream-controllers';
import { Protocol } from '../../values/protocol';
import { shown } from '../../values/shown';
import type { Check } from '../check';

/** An entry for UDP asks for a PROXY header. */
export const udpProxyIgnored: Check = {
  name: 'udp-proxy-ignored',
  severity: 'info',
  summary: 'An entry of ingress-nginx for UDP asks for a PROXY protocol header.',
  why: 'the controller ignores everything behind the port of a UDP entry: the backend never learns the address of the client',
  see: 'https://kubernetes.github.io/ingress-nginx/user-guide/exposing-tcp-udp-services/',
  * run(network) {
    for (const { forward, value, path, map } of streamEntries(network)) {
      const parts = value.split(':');
      if (!forward || map.protocol !== Protocol.UDP || parts.slice(2).every((part) => part === '')) continue;
      yield {
        object: map.configMap,
        path,
        fact: `has ${shown(parts.slice(2).join(':'))} behind the port in ${shown(value)}`,
        fix: `write ${shown(parts.slice(0, 2).join(':'))}; for the address of the client, publish the port by a Service with externalTrafficPolicy: Local`,
      };
    }
  },
};
