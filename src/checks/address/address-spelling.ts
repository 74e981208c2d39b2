import * as ipaddr from 'ipaddr.js';

/** What is odd about the way an address is written, and how it should be. */
export interface OddSpelling {
  readonly oddity: 'leading zeros' | 'IPv4-mapped' | 'not canonical';
  readonly canonical: string;
}

/** How an address should be written; `undefined` where it is right, or is none. */
export function oddSpelling(text: string): OddSpelling | undefined {
  if (/^\d+(\.\d+){3}$/.test(text)) return oddIpv4(text);
  if (!text.includes(':') || text.includes('%') || !ipaddr.IPv6.isValid(text)) return undefined;
  const address = ipaddr.IPv6.parse(text);
  if (address.isIPv4MappedAddress()) return { oddity: 'IPv4-mapped', canonical: address.toIPv4Address().toString() };
  const canonical = address.toRFC5952String();
  return canonical === text ? undefined : { oddity: 'not canonical', canonical };
}

function oddIpv4(text: string): OddSpelling | undefined {
  const canonical = text.split('.').map(Number).join('.');
  return canonical === text || !ipaddr.IPv4.isValidFourPartDecimal(canonical) ? undefined : { oddity: 'leading zeros', canonical };
}
