import { parseExternalAddress } from './endpoint-address';
import type { ExternalEndpoint } from './external-endpoint';
import { parseServed } from './served-names';
import type { Problems } from '../problems/problems';
import { reject } from '../problems/rejection';
import { parseDnsLabel, parseDnsSubdomain } from '../values/dns-name';
import { parseFlag } from '../values/flag';
import type { IpAddress } from '../values/ip-address';
import { parseLabelValue } from '../values/label';

/** An endpoint with a legal address, and where the user typed it. */
export interface ParsedEndpoint {
  readonly at: string;
  readonly address: IpAddress;
  readonly hostname?: string;
  readonly nodeName?: string;
  readonly zone?: string;
  readonly ready: boolean;
  readonly servedZones?: readonly string[];
  readonly servedNodes?: readonly string[];
}

/** The endpoint in canonical spelling, or nothing where it has no legal address. */
export function parseEndpoint(endpoint: ExternalEndpoint, at: string, problems: Problems): ParsedEndpoint | undefined {
  const { ip, hostname, nodeName, zone, ready, servedZones, servedNodes } = endpoint ?? {};
  const address = problems.parse(`${at}.ip`, parseExternalAddress, ip);
  const parsed = {
    at,
    hostname: problems.parseOptional(`${at}.hostname`, parseDnsLabel, hostname),
    nodeName: problems.parseOptional(`${at}.nodeName`, parseDnsSubdomain, nodeName),
    zone: problems.parseOptional(`${at}.zone`, parseZone, zone),
    ready: problems.parseOptional(`${at}.ready`, parseFlag, ready) ?? true,
    servedZones: servedZones && parseServed(`${at}.servedZones`, parseZone, servedZones, problems),
    servedNodes: servedNodes && parseServed(`${at}.servedNodes`, parseDnsSubdomain, servedNodes, problems),
  };
  return address && { ...parsed, address };
}

function parseZone(name: string): string {
  if (name !== '') return parseLabelValue(name);
  return reject({
    fact: '"" is not the name of a zone',
    why: 'a zone is the value of the node label topology.kubernetes.io/zone, and no zone has an empty one',
    fix: 'name the zone, for example "eu-west-1a", or leave it out',
    see: 'https://kubernetes.io/docs/reference/labels-annotations-taints/#topologykubernetesiozone',
  });
}
