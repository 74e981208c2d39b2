import type { BalancedService } from './load-balancer-settings';
import type { StaticAddress } from './static-addresses';
import type { Fault } from '../problems/problem';
import type { Inspection } from '../service-spec/inspection';
import { IpFamilyPolicy, type IpFamily } from '../service-spec/ip-families';
import { isUsable } from '../values/capabilities';
import type { Family } from '../values/ip-address';
import type { KubernetesVersion } from '../values/kubernetes-version';

const SEE = 'https://kubernetes.io/docs/concepts/services-networking/dual-stack/#services';

/** The families that a Service asks for: both, a certain one, or whichever one is the cluster's first. */
export function familiesOf({ ipFamilies, ipFamilyPolicy }: BalancedService): 'both' | Family | 'one' {
  const [first, second] = Array.isArray(ipFamilies) ? ipFamilies as readonly IpFamily[] : [];
  const asksForBoth = ipFamilyPolicy !== undefined && ipFamilyPolicy !== IpFamilyPolicy.SINGLE_STACK;
  if (asksForBoth || second !== undefined) return 'both';
  return first === undefined ? 'one' : `${first}`;
}

/** Reports addresses of a family that the Service will not have. */
export function checkFamilies(addresses: readonly StaticAddress[], service: BalancedService, { problems, version }: Inspection): void {
  const families = familiesOf(service);
  if (families === 'both') return;
  const second = addresses.find(({ family }) => family !== addresses[0].family);
  if (families === 'one' && second) problems.add(second.at, oneFamilyOnly('an IPv4 and an IPv6 address', version));
  for (const { text, family, at } of addresses) {
    if (families === 'one' || families === family) continue;
    problems.add(at, {
      fact: `"${text}" is an ${family} address, and the Service has ${families} only`,
      why: 'a load balancer serves the families of its Service: it ignores the address, or waits for one that fits',
      fix: `use ipFamilies: [IpFamily.${family.toUpperCase()}], or give an ${families} address`,
      see: SEE,
    });
  }
}

/** Why two of something, one for each family, do not fit to a Service that asks for one family. */
export function oneFamilyOnly(what: string, version: KubernetesVersion): Fault {
  return {
    fact: `${what} are given for a Service of one family`,
    why: 'a Service has one family unless it asks for two, and its load balancer serves no other',
    fix: isUsable('dual stack', version)
      ? 'add ipFamilyPolicy: IpFamilyPolicy.PREFER_DUAL_STACK to the Service, or keep one of them'
      : `keep one of them: Kubernetes ${version} has Services of one family only`,
    see: SEE,
  };
}
