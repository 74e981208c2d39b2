import { isIP } from 'net';
import { reject } from '../problems/rejection';
import { parseDnsSubdomain } from '../values/dns-name';

/** A host name for a CNAME record; one trailing dot is allowed. */
export function parseExternalName(text: string): string {
  if (typeof text !== 'string') return parseDnsSubdomain(text);
  const name = text.replace(/\.$/, '');
  if (isIP(name) === 0) {
    parseDnsSubdomain(name);
    return text;
  }
  return reject({
    fact: `"${text}" is an address, not a host name`,
    why: 'the cluster\'s DNS would answer with a CNAME to a name made of digits, which nothing resolves',
    fix: `use ExternalEndpointService with ExternalTarget.endpoints([{ ip: '${name}' }])`,
    see: 'https://kubernetes.io/docs/concepts/services-networking/service/#externalname',
  });
}
