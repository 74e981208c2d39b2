import { isIP } from 'net';
import type { ExternalServiceOptions } from './external-service-options';
import type { Problems } from '../problems/problems';
import { reject } from '../problems/rejection';
import { parseExternalName } from '../service-spec/external-name';
import type { Fields } from '../service-spec/inspection';

const SEE = 'https://kubernetes.io/docs/concepts/services-networking/service/#externalname';
const HOST_AND_MORE = /^(?:[a-z][-a-z0-9+.]*:\/\/)?(?<host>[a-z0-9](?:[-a-z0-9.]*[a-z0-9])?\.?)(?::\d+)?(?:\/.*)?$/i;
const UNUSED = [
  'ports', 'headless', 'clusterIp', 'sessionAffinity', 'internalTrafficPolicy', 'ipFamilies', 'ipFamilyPolicy', 'format',
] as const;

/** The spec of a Service whose name is an alias for a host name. */
export function renderAlias(hostName: string | undefined, options: ExternalServiceOptions, problems: Problems): Fields {
  UNUSED.filter((field) => options[field] !== undefined).forEach((field) => reportUnused(field, problems));
  return { type: 'ExternalName', externalName: problems.parse('target.hostName', parseHostName, hostName as string) };
}

function parseHostName(text: string): string {
  const { host } = HOST_AND_MORE.exec(text)?.groups ?? {};
  if (host === undefined || host === text) return parseExternalName(text);
  return reject({
    fact: `"${text}" is more than a host name`,
    why: 'DNS answers with the host name alone: it knows no port, path or scheme',
    fix: `use ${isIP(host) > 0 ? `ExternalTarget.endpoints([{ ip: '${host}' }])` : `ExternalTarget.hostName('${host.toLowerCase()}')`}`,
    see: SEE,
  });
}

function reportUnused(field: string, problems: Problems): void {
  problems.add(field, {
    fact: `${field} is given for a host name`,
    why: 'the Service is a DNS alias: nothing is proxied or mapped, and clients connect to the host itself, on its own ports',
    fix: `leave ${field} out, or list the addresses of the host with ExternalTarget.endpoints([{ ip: '203.0.113.7' }])`,
    see: SEE,
  });
}
