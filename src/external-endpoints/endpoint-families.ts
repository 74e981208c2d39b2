import { isIP } from 'net';
import { checkFamilies, type FamilyOptions } from './family-mismatch';
import type { ParsedEndpoint } from './parsed-endpoint';
import type { Fields, Inspection } from '../service-spec/inspection';
import { IpFamily, IpFamilyPolicy, renderIpFamilies } from '../service-spec/ip-families';
import { isUsable } from '../values/capabilities';
import { capabilityFault } from '../values/capability-fault';

/**
 * `ipFamilies` and `ipFamilyPolicy` of a Service whose endpoints are known.
 *
 * kube-proxy leads an address of one family to endpoints of that family only:
 * https://kubernetes.io/docs/concepts/services-networking/dual-stack/
 */
export function renderEndpointFamilies(endpoints: readonly ParsedEndpoint[], options: FamilyOptions, inspection: Inspection): Fields {
  const present = [IpFamily.IPV4, IpFamily.IPV6].filter((family) => endpoints.some(({ address }) => address.family === family));
  if (present.length > 0) checkFamilies(endpoints, present, options, inspection.problems);
  if (options.headless || present.length === 0 || saysEnough(options)) return renderIpFamilies(options, inspection);
  const ipv6First = isIP(options.clusterIp ?? '') === 6;
  if (isUsable('dual stack', inspection.version)) return askFor(ipv6First ? [...present].reverse() : present);
  return options.ipFamilyPolicy ? renderIpFamilies(options, inspection) : reportUnsayable(present, ipv6First, inspection);
}

function saysEnough({ ipFamilies, ipFamilyPolicy }: FamilyOptions): boolean {
  const namesNone = ipFamilies === undefined || (Array.isArray(ipFamilies) && ipFamilies.length === 0);
  return !namesNone || (ipFamilyPolicy !== undefined && ipFamilyPolicy !== IpFamilyPolicy.SINGLE_STACK);
}

// One family is asked for with a policy too: without it the API server refuses to take the second address of a Service away.
// https://kubernetes.io/docs/concepts/services-networking/dual-stack/#switching-services-between-single-stack-and-dual-stack
function askFor(ipFamilies: readonly IpFamily[]): Fields {
  return { ipFamilies, ipFamilyPolicy: ipFamilies.length > 1 ? IpFamilyPolicy.REQUIRE_DUAL_STACK : IpFamilyPolicy.SINGLE_STACK };
}

function reportUnsayable(present: readonly IpFamily[], ipv6First: boolean, { problems, version }: Inspection): Fields {
  const isMixed = present.length > 1;
  if (!isMixed && (ipv6First || present[0] === IpFamily.IPV4)) return {};
  const fault = capabilityFault('dual stack', version, isMixed ? ONE_EACH : 'give clusterIp, an IPv6 address such as "fd00:10:96::50"');
  const { fact, why } = isMixed ? MIXED : IPV6_ONLY;
  if (fault) problems.add('target.endpoints', { ...fault, fact: `${fact} for the target, Kubernetes ${version}`, why });
  return {};
}

const ONE_EACH = 'make one service of the IPv4 endpoints and one of the IPv6 endpoints';

const MIXED = {
  fact: 'IPv4 and IPv6 endpoints are mixed',
  why: 'a Service has an address of one family there, which leads to endpoints of that family only, so some would never be used',
};

const IPV6_ONLY = {
  fact: 'all endpoints are IPv6',
  why: 'a Service cannot ask for an IPv6 address there, and an IPv4 address leads to IPv4 endpoints only, so none might ever be used',
};
