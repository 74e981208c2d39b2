import { familyOf } from './address-spelling';
import { handMadeEndpoints } from './hand-made-endpoints';
import { fieldAt } from '../../kube/field';
import { isPlaceholder } from '../../kube/placeholder';
import { isSlice, type EndpointAddressNode, type EndpointsNode } from '../../model/endpoints-node';
import { shown } from '../../values/shown';
import type { Check, Problem } from '../check';

/** The addresses of an EndpointSlice are not of its type. */
export const endpointsliceAddressType: Check = {
  name: 'endpointslice-address-type',
  severity: 'error',
  summary: 'An EndpointSlice has no addressType, an unknown one, or an address that is not of that type.',
  why: 'the API server refuses the object',
  see: 'https://kubernetes.io/docs/concepts/services-networking/endpoint-slices/#address-types',
  * run(network) {
    for (const slice of handMadeEndpoints(network)) {
      if (isSlice(slice)) yield* problemsOf(slice);
    }
  },
};

function* problemsOf(slice: EndpointsNode): Iterable<Problem> {
  const type = fieldAt(slice.object, 'addressType');
  if (isPlaceholder(type) || type === 'FQDN' || (type === 'IP' && slice.apiVersion.endsWith('beta1'))) return;
  if (type !== 'IPv4' && type !== 'IPv6') return yield withoutType(slice, type);
  for (const address of slice.addresses) {
    if (familyOf(address.value) !== type && !isPlaceholder(address.value)) yield ofOtherType(slice, type, address);
  }
}

function ofOtherType(slice: EndpointsNode, type: string, { value, path }: EndpointAddressNode): Problem {
  const family = familyOf(value);
  return {
    object: slice,
    path,
    fact: `lists ${shown(value)}, which is ${family ? `an ${family} address` : 'no IP address'}, in a slice of type ${type}`,
    fix: family ? fixFor(slice, family) : 'give the IP address of the backend, or use a Service of type ExternalName for a host name',
  };
}

function withoutType(slice: EndpointsNode, type: unknown): Problem {
  const family = slice.addresses.map(({ value }) => familyOf(value)).find((found) => found !== undefined) ?? 'IPv4';
  const isMissing = [undefined, null, ''].some((nothing) => nothing === type);
  return {
    object: slice,
    path: ['addressType'],
    fact: isMissing ? 'has no addressType' : `has the addressType ${shown(type)}, which does not exist`,
    fix: `write addressType: ${family}`,
  };
}

function fixFor({ addresses, name }: EndpointsNode, family: string): string {
  const isWhole = addresses.every(({ value }) => familyOf(value) === family);
  return isWhole ? `write addressType: ${family}` : `move it to a slice of its own, for example ${name}-${family.toLowerCase()}, with addressType: ${family}`;
}
