import { isIP } from 'net';
import { ipaddr } from './bundled-packages';
import { parseIpAddress, type Family } from './ip-address';
import { isNot } from './shown';
import { reject } from '../problems/rejection';

/** A block of addresses, its address part being the first of the block. */
export interface Cidr {
  readonly text: string;
  readonly family: Family;
}

/** `10.0.0.0/8` or `fd00::/8`, without host bits: what every version up to 1.36 accepts. */
export function parseCidr(text: string): Cidr {
  if (typeof text !== 'string') return rejectCidr(text, 'it is no text');
  const [address, prefix, ...rest] = text.split('/');
  if (rest.length > 0 || !/^(0|[1-9]\d{0,2})$/.test(prefix ?? '')) return rejectCidr(text, 'it lacks a prefix length');
  const { text: canonical, family } = parseIpAddress(address);
  const length = Number(prefix);
  if (length > (family === 'IPv4' ? 32 : 128)) return rejectCidr(text, `a prefix of ${length} bits is longer than ${family}`);
  const block = `${networkAddress(canonical, length)}/${length}`;
  if (block !== `${canonical}/${length}`) return rejectHostBits(text, block);
  return { text: block, family };
}

function networkAddress(address: string, length: number): string {
  const { IPv4, IPv6, parse } = ipaddr();
  const parser = parse(address).kind() === 'ipv4' ? IPv4 : IPv6;
  const network = parser.networkAddressFromCIDR(`${address}/${length}`);
  return network instanceof IPv6 ? network.toRFC5952String() : network.toString();
}

function rejectCidr(text: string, why: string): never {
  const family = typeof text === 'string' ? isIP(text) : 0;
  return reject({
    fact: isNot(text, 'a CIDR block'),
    why: `${why}; a block is an address and a prefix length`,
    fix: family ? `write "${text}/${family === 4 ? 32 : 128}" for this one address` : 'write it as "10.0.0.0/8", or one address as "203.0.113.7/32"',
    see: 'https://kubernetes.io/docs/reference/kubernetes-api/service-resources/service-v1/',
  });
}

function rejectHostBits(text: string, block: string): never {
  return reject({
    fact: `"${text}" has bits set behind its prefix`,
    why: 'Kubernetes 1.36 refuses it: it cannot tell whether the address or the block was meant',
    fix: `write "${block}" for the block, or "${text.split('/')[0]}/${text.includes(':') ? 128 : 32}" for the address`,
    see: 'https://github.com/kubernetes/enhancements/tree/master/keps/sig-network/4858-ip-cidr-validation',
  });
}
