import { clusterAddresses } from './cluster-addresses';
import { listAt, textAt } from '../../kube/field';
import type { ServiceNode } from '../../model/service-node';
import { parseIpAddress } from '../../values/ip-address';
import { shown } from '../../values/shown';
import { applicationServicesWith } from '../application-services';
import type { Check, Problem } from '../check';
import { faultOf } from '../fault-of';

/** A cluster address that is none. */
export const clusteripInvalid: Check = {
  name: 'clusterip-invalid',
  severity: 'error',
  summary: 'A Service asks for a cluster address that is no IP address.',
  why: 'the API server takes an IP address, or None for a headless Service, and refuses anything else',
  see: 'https://kubernetes.io/docs/concepts/services-networking/service/#choosing-your-own-ip-address',
  * run(network) {
    for (const service of applicationServicesWith(network, { fields: ['clusterIP', 'clusterIPs'] })) {
      if (service.type === 'ExternalName') continue;
      yield* noAddresses(service);
      yield* noneAmongOthers(service);
    }
  },
};

function* noAddresses(service: ServiceNode): Iterable<Problem> {
  const isListed = listAt(service.object, 'spec', 'clusterIPs').length > 0;
  for (const { text, family, path } of clusterAddresses(service)) {
    const fault = family === undefined ? faultOf(parseIpAddress, text) : undefined;
    if (!fault || isMapped(text)) continue;
    yield {
      object: service,
      path,
      fact: `has ${shown(text)} as ${isListed ? 'one of its clusterIPs' : 'its clusterIP'}`,
      fix: text.toLowerCase() === 'none' ? 'write None for a headless Service' : `remove ${String(path[1])}, so that the Service gets a free address`,
    };
  }
}

/** Odd, but an address: another check speaks of it. */
function isMapped(text: string): boolean {
  return /^::ffff:/i.test(text);
}

function* noneAmongOthers(service: ServiceNode): Iterable<Problem> {
  const addresses = listAt(service.object, 'spec', 'clusterIPs');
  const index = addresses.indexOf('None');
  if (index < 0 || addresses.length === 1) return;
  yield {
    object: service,
    path: ['spec', 'clusterIPs', index],
    fact: `has None among ${addresses.length} clusterIPs`,
    fix: textAt(service.object, 'spec', 'clusterIP') === 'None' ? 'write clusterIPs: [None], or remove it' : 'remove None from clusterIPs',
  };
}
