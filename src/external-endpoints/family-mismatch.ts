import { isIP } from 'net';
import type { ParsedEndpoint } from './parsed-endpoint';
import type { Problems } from '../problems/problems';
import { IpFamily, IpFamilyPolicy, type IpFamilyProps } from '../service-spec/ip-families';

/** What decides which families a Service has. */
export interface FamilyOptions extends IpFamilyProps {
  readonly headless?: boolean;
  readonly clusterIp?: string;
}

type Families = readonly IpFamily[];

const SEE = 'https://kubernetes.io/docs/concepts/services-networking/dual-stack/#services';

/** The families of a Service and the families of its endpoints are the same. */
export function checkFamilies(endpoints: readonly ParsedEndpoint[], present: Families, options: FamilyOptions, problems: Problems): void {
  const offered = familiesOffered(options, present);
  checkOneFamily(present, options, problems);
  checkNoneLeftOut(endpoints, offered, problems);
  if (options.headless) return;
  checkEachServed(present, offered, options, problems);
  checkClusterIpFamily(offered, options, problems);
}

/** The families that the user asks for, if any. */
function familiesAskedFor({ ipFamilies }: IpFamilyProps): Families {
  return Array.isArray(ipFamilies) ? ipFamilies : [];
}

function familiesOffered(options: FamilyOptions, present: Families): Families {
  const both = [IpFamilyPolicy.PREFER_DUAL_STACK, IpFamilyPolicy.REQUIRE_DUAL_STACK].some((policy) => policy === options.ipFamilyPolicy);
  if (both) return [IpFamily.IPV4, IpFamily.IPV6];
  const asked = familiesAskedFor(options);
  return asked.length > 0 ? asked : present;
}

function checkOneFamily(present: Families, options: FamilyOptions, problems: Problems): void {
  if (options.ipFamilyPolicy !== IpFamilyPolicy.SINGLE_STACK || familiesAskedFor(options).length > 0 || present.length < 2) return;
  problems.add('ipFamilyPolicy', {
    fact: 'SingleStack is asked for, but there are IPv4 and IPv6 endpoints',
    why: 'the Service would have an address of one family, and no connection would ever reach the endpoints of the other',
    fix: 'use IpFamilyPolicy.REQUIRE_DUAL_STACK, or keep the endpoints of one family',
    see: SEE,
  });
}

function checkNoneLeftOut(endpoints: readonly ParsedEndpoint[], offered: Families, problems: Problems): void {
  const out = endpoints.find(({ address }) => !offered.some((family) => family === address.family));
  if (!out) return;
  problems.add(`${out.at}.ip`, {
    fact: `${out.address.text} is ${out.address.family}, which ipFamilies [${offered.join(', ')}] leaves out`,
    why: `a Service of the ${offered.join(' and ')} family sends to endpoints of that family only, so this one would never be used`,
    fix: `add IpFamily.${out.address.family.toUpperCase()} to ipFamilies, or remove ${out.at}`,
    see: SEE,
  });
}

function checkEachServed(present: Families, offered: Families, options: FamilyOptions, problems: Problems): void {
  const idle = offered.find((family) => !present.includes(family));
  if (!idle) return;
  const isNamed = familiesAskedFor(options).includes(idle);
  problems.add(isNamed ? 'ipFamilies' : 'ipFamilyPolicy', {
    fact: `the Service gets an ${idle} address, but no endpoint is ${idle}`,
    why: `kube-proxy does not translate between families: it refuses every connection to the ${idle} address, and clients try both`,
    fix: `${isNamed ? `take ${idle} out of ipFamilies` : 'leave ipFamilyPolicy out'}, or add an ${idle} endpoint`,
    see: SEE,
  });
}

function checkClusterIpFamily(offered: Families, options: FamilyOptions, problems: Problems): void {
  const { clusterIp = '' } = options;
  const family = isIP(clusterIp) === 6 ? IpFamily.IPV6 : IpFamily.IPV4;
  if (isIP(clusterIp) === 0 || offered.includes(family) || familiesAskedFor(options).length > 0) return;
  problems.add('clusterIp', {
    fact: `clusterIp ${clusterIp} is ${family}, but all endpoints are ${offered[0]}`,
    why: 'an address of one family leads to endpoints of that family only, so no endpoint would ever be used',
    fix: `give an ${offered[0]} address of the cluster's Service range, or leave clusterIp out`,
    see: SEE,
  });
}
