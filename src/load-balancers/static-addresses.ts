import { parsePlaced } from './listed-values';
import type { Problems } from '../problems/problems';
import { reject } from '../problems/rejection';
import { unreachableRange } from '../values/address-range';
import { parseIpAddress, type IpAddress } from '../values/ip-address';

/** An address that a load balancer is asked for, and where. */
export interface StaticAddress extends IpAddress {
  readonly at: string;
}

/** The addresses of `loadBalancer.addresses`. */
export function parseStaticAddresses(
  addresses: readonly string[] | undefined, problems: Problems, parser: (text: string) => IpAddress = parseReachableAddress,
): StaticAddress[] {
  return parsePlaced('loadBalancer.addresses', addresses, parser, problems).map(({ value, at }) => ({ ...value, at }));
}

/** The address at a place. */
export function parseStaticAddress(at: string, address: string, problems: Problems): StaticAddress | undefined {
  const parsed = problems.parse(at, parseReachableAddress, address);
  return parsed && { ...parsed, at };
}

/** An address that clients on other machines can connect to. */
export function parseReachableAddress(text: string): IpAddress {
  const address = parseIpAddress(text);
  const range = unreachableRange(address);
  if (range === undefined) return address;
  return reject({
    fact: `"${text}" is ${/^[aeiou]/.test(range) ? 'an' : 'a'} ${range} address`,
    why: 'no client on another machine can connect to it, so no load balancer has it',
    fix: `give the address that clients connect to, for example "${address.family === 'IPv4' ? '192.168.8.100' : 'fd00:8::100'}"`,
    see: 'https://kubernetes.io/docs/concepts/services-networking/service/#loadbalancer',
  });
}

/** Reports a second address of a family, for providers that give a Service one of each. */
export function checkOnePerFamily(addresses: readonly StaticAddress[], provider: string, see: string, problems: Problems): void {
  for (const address of addresses) {
    const first = addresses.find(({ family }) => family === address.family) ?? address;
    if (first === address) continue;
    problems.add(address.at, {
      fact: `"${address.text}" is another ${address.family} address beside "${first.text}"`,
      why: `${provider} gives a Service at most one address of each family`,
      fix: `keep one of them here and make a second LoadBalancerService for "${address.text}"`,
      see,
    });
  }
}
