import { oddSpelling, type OddSpelling } from './address-spelling';
import { fieldAt, listAt, type FieldPath } from '../../kube/field';
import { endpointsNodes, isSlice } from '../../model/endpoints-node';
import type { Network } from '../../model/network';
import type { ObjectNode } from '../../model/object-node';
import type { ServiceNode } from '../../model/service-node';
import { isUsable } from '../../values/capabilities';
import { applicationServicesWith } from '../application-services';
import type { Check, Problem } from '../check';

const READ_DIFFERENTLY = 'a number with leading zeros is octal to some programs and decimal to others, and an IPv4-mapped address is IPv6 to some and IPv4 to others';

/** Addresses that programs read differently. */
export const ipNonCanonical: Check = {
  name: 'ip-non-canonical',
  severity: 'error',
  summary: 'An IP address is spelled in a way that programs read differently.',
  why: `${READ_DIFFERENTLY}; the API server refuses both from Kubernetes 1.36 on`,
  see: 'https://github.com/kubernetes/enhancements/tree/master/keps/sig-network/4858-ip-cidr-validation',
  * run(network) {
    for (const { object, path, value } of addressesIn(network)) {
      const odd = typeof value === 'string' ? oddSpelling(value) : undefined;
      if (odd) yield problemOf({ object, path, value }, odd, network);
    }
  },
};

interface Place {
  readonly object: ObjectNode;
  readonly path: FieldPath;
  readonly value: unknown;
}

function addressesIn(network: Network): Place[] {
  const ofServices = applicationServicesWith(network, { fields: ['clusterIP', 'loadBalancerIP', 'clusterIPs', 'externalIPs'] }).flatMap(addressesOf);
  const ofEndpoints = endpointsNodes(network).flatMap((object) => object.addresses.map(({ value, path }) => ({ object, path, value })));
  return [...ofServices, ...ofEndpoints];
}

function addressesOf(service: ServiceNode): Place[] {
  const single = ['clusterIP', 'loadBalancerIP'].map((name) => ({ object: service, path: ['spec', name], value: fieldAt(service.object, 'spec', name) }));
  const several = ['clusterIPs', 'externalIPs'].flatMap((name) => listAt(service.object, 'spec', name)
    .map((value, index) => ({ object: service, path: ['spec', name, index], value })));
  // The API server shows each address twice; clusterIPs[0] is clusterIP.
  return [...single, ...several].filter(({ path, value }) => !(path[1] === 'clusterIPs' && path[2] === 0 && value === single[0].value));
}

function problemOf({ object, path, value }: Place, { oddity, canonical }: OddSpelling, { circumstances: { version } }: Network): Problem {
  const isSpelling = oddity === 'not canonical';
  const refusal = isSpelling ? 'refusal of non-canonical IPv6 in an EndpointSlice' : 'refusal of ambiguous IP addresses';
  const isRefused = (isSpelling ? isSlice(object) : !path.includes('loadBalancerIP')) && isUsable(refusal, version);
  return {
    object,
    path,
    fact: `has the address ${String(value)}, which ${FACTS[oddity]}`,
    fix: `write ${canonical}`,
    severity: isRefused ? 'error' : 'warning',
    ...whyOf(oddity, object, path),
  };
}

function whyOf(oddity: OddSpelling['oddity'], object: ObjectNode, path: FieldPath): Pick<Problem, 'why'> {
  if (oddity !== 'not canonical') return path.includes('loadBalancerIP') ? { why: READ_DIFFERENTLY } : {};
  return { why: isSlice(object) ? SLICE_REFUSED : COMPARED_AS_TEXT };
}

const COMPARED_AS_TEXT = 'the API server warns of it: controllers that compare addresses as text see a difference and write the object again and again';
const SLICE_REFUSED = 'the API server refuses it in an EndpointSlice from Kubernetes 1.33 on; before, programs that compare addresses as text see two';

const FACTS: Readonly<Record<OddSpelling['oddity'], string>> = {
  'leading zeros': 'has leading zeros',
  'IPv4-mapped': 'is an IPv4 address in IPv6 spelling',
  'not canonical': 'is not the canonical spelling',
};
