import { ipaddr } from './bundled-packages';
import type { IpAddress } from './ip-address';

/** The kind of an address that no client on another machine can connect to, or `undefined` where clients can. */
export function unreachableRange({ text }: IpAddress): string | undefined {
  return UNREACHABLE[ipaddr().parse(text).range()];
}

/** Whether an address is kept for private networks, so that no provider hands it out as a public one. */
export function isPrivateAddress({ text }: IpAddress): boolean {
  return ['private', 'uniqueLocal'].includes(ipaddr().parse(text).range());
}

const UNREACHABLE: Readonly<Record<string, string>> = {
  unspecified: 'unspecified', loopback: 'loopback', linkLocal: 'link-local', multicast: 'multicast', broadcast: 'broadcast',
};
