import { ipaddr } from './bundled-packages';
import { isNot } from './shown';
import { reject } from '../problems/rejection';

/** The family of an IP address, as Kubernetes spells it. */
export type Family = 'IPv4' | 'IPv6';

/** An IP address in its canonical spelling. */
export interface IpAddress {
  readonly text: string;
  readonly family: Family;
}

const SEE = 'https://github.com/kubernetes/enhancements/tree/master/keps/sig-network/4858-ip-cidr-validation';

/** IPv4 without leading zeros, or IPv6 without a zone and not IPv4-mapped: what every version up to 1.36 accepts. */
export function parseIpAddress(text: string): IpAddress {
  if (typeof text !== 'string') return rejectAddress(text);
  if (ipaddr().IPv4.isValidFourPartDecimal(text) && !hasLeadingZeros(text)) return { text, family: 'IPv4' };
  if (text.includes(':') && !text.includes('%') && ipaddr().IPv6.isValid(text)) return parseIpv6(text);
  return rejectAddress(text);
}

/**
 * An address that an endpoint may have: not unspecified, loopback, link-local or multicast.
 *
 * Of multicast the API server refuses the link-local part only, and of 0.0.0.0/8 the first address.
 *
 * @see https://github.com/kubernetes/kubernetes/blob/v1.33.0/pkg/apis/core/validation/validation.go
 */
export function parseEndpointAddress(text: string): IpAddress {
  const address = parseIpAddress(text);
  const range = rangeOf(address);
  if (!(range in RANGE_NAMES)) return address;
  return reject({
    fact: `"${text}" is ${RANGE_NAMES[range]}`,
    why: WHY_NOT[range] ?? 'no backend can be reached there from every node; the API server refuses such endpoints',
    fix: `use the address of the backend as seen from the nodes, for example "${address.family === 'IPv4' ? '10.20.0.15' : 'fd00:20::15'}"`,
    see: 'https://kubernetes.io/docs/concepts/services-networking/service/#services-without-selectors',
  });
}

function rangeOf({ text }: IpAddress): string {
  const range = ipaddr().parse(text).range();
  return range === 'unspecified' && text !== '0.0.0.0' && text !== '::' ? 'thisNetwork' : range;
}

const RANGE_NAMES: Readonly<Record<string, string>> = {
  unspecified: 'an unspecified address',
  thisNetwork: 'an address of "this network", 0.0.0.0/8',
  loopback: 'a loopback address',
  linkLocal: 'a link-local address',
  multicast: 'a multicast address',
  broadcast: 'the broadcast address',
};

const WHY_NOT: Readonly<Record<string, string>> = {
  // https://www.rfc-editor.org/rfc/rfc1122#section-3.2.1.3
  thisNetwork: 'no address of it is a destination, although the API server refuses 0.0.0.0 only',
  loopback: 'the endpoint would mean the node itself; the API server refuses loopback and link-local endpoints',
  multicast: 'nothing can be connected to there, also where the API server lets it through',
  broadcast: 'nothing can be connected to there, although the API server lets it through',
};

function parseIpv6(text: string): IpAddress {
  const address = ipaddr().IPv6.parse(text);
  if (!address.isIPv4MappedAddress()) return { text: address.toRFC5952String(), family: 'IPv6' };
  const embedded = address.toIPv4Address().toString();
  return reject({
    fact: `"${text}" is an IPv4-mapped IPv6 address`,
    why: 'Kubernetes 1.36 refuses it, and until then programs disagree about its family',
    fix: `write "${embedded}"`,
    see: SEE,
  });
}

function rejectAddress(text: string): never {
  const isOctal = typeof text === 'string' && hasLeadingZeros(text);
  return reject({
    fact: isNot(text, 'an IP address'),
    why: isOctal
      ? 'a number with leading zeros is octal to some programs and decimal to others; Kubernetes 1.36 refuses it'
      : 'the field takes an IPv4 or IPv6 address and nothing resolves names here',
    fix: isOctal ? `write "${withoutLeadingZeros(text)}"` : 'give an address such as "10.20.0.15" or "fd00:20::15"',
    see: SEE,
  });
}

function hasLeadingZeros(text: string): boolean {
  return /^[\d.]*$/.test(text) && /(^|\.)0\d/.test(text);
}

function withoutLeadingZeros(text: string): string {
  return text.replace(/(^|\.)0+(?=\d)/g, '$1');
}
