import { isIP } from 'net';
import { reject } from '../problems/rejection';
import { parseEndpointAddress, type IpAddress } from '../values/ip-address';

const SEE = 'https://kubernetes.io/docs/concepts/services-networking/service/#services-without-selectors';
const HOST_NAME = /^(?!localhost$)(?=.*[g-z])[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/i;
const ADDRESS_AND_MORE = /^\[?(?<address>[0-9a-f:.]+)\]?(?<rest>:\d+|\/\d+)$/i;

/** The address of an endpoint; a host name, or a port or prefix length beside the address, gets a way out of its own. */
export function parseExternalAddress(ip: string): IpAddress {
  if (typeof ip !== 'string' || isIP(ip) > 0) return parseEndpointAddress(ip);
  if (HOST_NAME.test(ip)) return rejectHostName(ip);
  const { address, rest } = ADDRESS_AND_MORE.exec(ip)?.groups ?? {};
  return address !== undefined && isIP(address) > 0 ? rejectMore(ip, address, rest) : parseEndpointAddress(ip);
}

function rejectHostName(ip: string): never {
  return reject({
    fact: `"${ip}" is a host name, not an address`,
    why: 'endpoints are addresses: nothing resolves a name there, and the API server refuses it',
    fix: `use ExternalTarget.hostName('${ip.toLowerCase()}') for a DNS alias, or the address that the name has`,
    see: SEE,
  });
}

function rejectMore(ip: string, address: string, rest: string): never {
  const isPort = rest.startsWith(':');
  return reject({
    fact: `"${ip}" is an address with a ${isPort ? 'port' : 'prefix length'}`,
    why: 'the field holds one bare address; the API server refuses anything beside it',
    fix: isPort ? `write ip: '${address}', and targetPort: ${rest.slice(1)} in ports` : `write ip: '${address}'`,
    see: SEE,
  });
}
