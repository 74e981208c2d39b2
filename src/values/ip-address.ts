import * as ipaddr from 'ipaddr.js';
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
  if (ipaddr.IPv4.isValidFourPartDecimal(text) && !/(^|\.)0\d/.test(text)) return { text, family: 'IPv4' };
  if (text.includes(':') && !text.includes('%') && ipaddr.IPv6.isValid(text)) return parseIpv6(text);
  return reject({
    fact: `"${text}" is not an IP address`,
    why: /(^|\.)0\d/.test(text)
      ? 'a number with leading zeros is octal to some programs and decimal to others; Kubernetes 1.36 refuses it'
      : 'the field takes an IPv4 or IPv6 address and nothing resolves names here',
    fix: /(^|\.)0\d/.test(text) ? `write "${withoutLeadingZeros(text)}"` : 'give an address such as "10.20.0.15" or "fd00:20::15"',
    see: SEE,
  });
}

/**
 * An address that an endpoint may have: not unspecified, loopback, link-local or multicast.
 *
 * The API server lets global multicast through, but nothing can be connected to there.
 */
export function parseEndpointAddress(text: string): IpAddress {
  const address = parseIpAddress(text);
  const range = ipaddr.parse(address.text).range();
  if (!['unspecified', 'loopback', 'linkLocal', 'multicast', 'broadcast'].includes(range)) return address;
  return reject({
    fact: `"${text}" is a ${RANGE_NAMES[range] ?? range} address`,
    why: range === 'loopback'
      ? 'the endpoint would mean the node itself; the API server refuses loopback and link-local endpoints'
      : 'no backend can be reached there from every node; the API server refuses such endpoints',
    fix: `use the address of the backend as seen from the nodes, for example "${address.family === 'IPv4' ? '10.20.0.15' : 'fd00:20::15'}"`,
    see: 'https://kubernetes.io/docs/concepts/services-networking/service/#services-without-selectors',
  });
}

const RANGE_NAMES: Readonly<Record<string, string>> = { linkLocal: 'link-local' };

function parseIpv6(text: string): IpAddress {
  const address = ipaddr.IPv6.parse(text);
  if (!address.isIPv4MappedAddress()) return { text: address.toRFC5952String(), family: 'IPv6' };
  const embedded = address.toIPv4Address().toString();
  return reject({
    fact: `"${text}" is an IPv4-mapped IPv6 address`,
    why: 'Kubernetes 1.36 refuses it, and until then programs disagree about its family',
    fix: `write "${embedded}"`,
    see: SEE,
  });
}

function withoutLeadingZeros(text: string): string {
  return text.replace(/(^|\.)0+(?=\d)/g, '$1');
}
