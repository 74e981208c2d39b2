import { checkFamilies } from './address-families';
import { givenAnnotations, type BalancedService, type LoadBalancerFields } from './load-balancer-settings';
import { isFieldCurrent, requestAddresses } from './requested-addresses';
import { checkOnePerFamily, parseStaticAddresses, type StaticAddress } from './static-addresses';
import type { Inspection } from '../service-spec/inspection';
import { IpFamilyPolicy } from '../service-spec/ip-families';
import { parseAnnotationValue } from '../values/annotation-value';
import { parseDnsSubdomain } from '../values/dns-name';
import { parseFlag } from '../values/flag';

const SEE = 'https://metallb.io/usage/#requesting-specific-ips';

/**
 * What is asked of MetalLB.
 *
 * Services share an address when all of them have the same `sharingKey` and the same address, their ports differ, and their
 * `externalTrafficPolicy` is CLUSTER, or LOCAL with the same selector. Sharing works across namespaces.
 *
 * @see https://metallb.io/usage/
 */
export interface MetalLbLoadBalancerOptions {
  /**
   * The static address: one IPv4 address, one IPv6 address, or one of each for a Service with two families.
   *
   * Rendered as MetalLB's annotation for Kubernetes 1.24 and newer, and as `spec.loadBalancerIP` before if it is one: never
   * as both, which MetalLB refuses.
   *
   * @default - any free address of the pool
   * @throws if two are of one family, or the Service has another family
   */
  readonly addresses?: string[];

  /**
   * The name of the IPAddressPool that the address is from: a DNS name. The addresses given must be of this pool.
   *
   * @default - any pool that assigns automatically
   */
  readonly addressPool?: string;

  /**
   * What Services that share an address have in common: any text.
   *
   * @default - the address is not shared
   */
  readonly sharingKey?: string;

  /**
   * Whether the annotations have the prefix "metallb.universe.tf", the only one that MetalLB before 0.14.9 reads.
   *
   * Newer releases read it, too.
   *
   * @default - true before Kubernetes 1.24, else false: the prefix is "metallb.io"
   */
  readonly legacyAnnotations?: boolean;
}

/** What MetalLB's controller reads. */
export function renderMetalLb(options: MetalLbLoadBalancerOptions, service: BalancedService, inspection: Inspection): LoadBalancerFields {
  const { problems } = inspection;
  const isLegacy = problems.parseOptional('loadBalancer.legacyAnnotations', parseFlag, options.legacyAnnotations) ?? isFieldCurrent(inspection.version);
  const prefix = isLegacy ? 'metallb.universe.tf' : 'metallb.io';
  const addresses = parseStaticAddresses(options.addresses, inspection.problems);
  checkOnePerFamily(addresses, 'MetalLB', SEE, problems);
  checkFamilies(addresses, service, inspection);
  checkOneForEachFamily(addresses, service, inspection);
  const { annotations, ...fields } = requestAddresses(`${prefix}/loadBalancerIPs`, addresses, inspection);
  return {
    annotations: givenAnnotations({
      ...annotations,
      [`${prefix}/address-pool`]: problems.parseOptional('loadBalancer.addressPool', parsePoolName, options.addressPool),
      [`${prefix}/allow-shared-ip`]: problems.parseOptional('loadBalancer.sharingKey', parseAnnotationValue, options.sharingKey),
    }),
    ...fields,
  };
}

// https://github.com/metallb/metallb/blob/main/controller/service.go
function checkOneForEachFamily(addresses: readonly StaticAddress[], service: BalancedService, { problems }: Inspection): void {
  if (addresses.length !== 1 || service.ipFamilyPolicy !== IpFamilyPolicy.REQUIRE_DUAL_STACK) return;
  const [{ text, family, at }] = addresses;
  const missing = family === 'IPv4' ? 'IPv6' : 'IPv4';
  problems.add(at, {
    fact: `"${text}" is the only address for a Service that requires two families`,
    why: 'MetalLB wants the addresses asked for to have the families of the Service, and gives it none otherwise',
    fix: `add an ${missing} address, for example "${missing === 'IPv6' ? 'fd00:8::100' : '192.168.8.100'}"`,
    see: 'https://metallb.io/usage/#ipv6-and-dual-stack-services',
  });
}

function parsePoolName(name: string): string {
  return parseDnsSubdomain(parseAnnotationValue(name));
}
