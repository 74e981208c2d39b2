import type { Duration } from 'cdk8s';
import { checkFamilies, familiesOf, oneFamilyOnly } from './address-families';
import { checkLoadBalancerClass } from './load-balancer-class';
import { givenAnnotations, type BalancedService, type LoadBalancerFields } from './load-balancer-settings';
import { checkOnePerFamily, parseStaticAddresses, type StaticAddress } from './static-addresses';
import { reject } from '../problems/rejection';
import type { Inspection } from '../service-spec/inspection';
import { isPrivateAddress } from '../values/address-range';
import { parseAnnotationValue } from '../values/annotation-value';
import { CAPABILITIES, isUsable, type CapabilityName } from '../values/capabilities';
import { parseFlag } from '../values/flag';
import { isNot, shown } from '../values/shown';

const SEE = 'https://cloud-provider-azure.sigs.k8s.io/topics/loadbalancer/';
const NAMES = 'https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules#microsoftnetwork';
const ANNOTATION = 'service.beta.kubernetes.io/azure';

/**
 * Settings of an Azure load balancer.
 *
 * Services that ask for the same address, or the same public IP, share it; their ports must differ.
 *
 * @see https://cloud-provider-azure.sigs.k8s.io/topics/loadbalancer/
 * @see https://cloud-provider-azure.sigs.k8s.io/topics/shared-ip/
 */
export interface AzureLoadBalancerOptions {
  /**
   * Whether it is reachable from the virtual network only.
   *
   * @default false - it has a public address
   */
  readonly internal?: boolean;

  /**
   * The name of the subnet that an internal load balancer takes its address from: 1-80 letters, digits, "_", "." and "-".
   *
   * @default - the subnet of the nodes
   * @throws if the load balancer is not internal
   */
  readonly subnet?: string;

  /**
   * The static address: one IPv4 address, one IPv6 address, or one of each.
   *
   * A public one must exist as a public IP resource; a private one is taken from the subnet. Rendered as annotations for
   * Kubernetes 1.24 and newer, where `spec.loadBalancerIP` is deprecated, and as that field before.
   *
   * @default - Azure chooses
   * @throws if two are of one family, or if two are given and the target is older than Kubernetes 1.27
   */
  readonly addresses?: string[];

  /**
   * The name of the public IP resource, instead of its address: 1-80 letters, digits, "_", "." and "-".
   *
   * @default - the one with the address in `addresses`, else a new one
   * @throws if the load balancer is internal, or `addresses` are given too
   */
  readonly publicIpName?: string;

  /**
   * The name of the IPv6 public IP resource of a Service with two families, where `publicIpName` is the IPv4 one.
   *
   * @default - a new one
   * @throws if the Service has one family, or the target is older than Kubernetes 1.27
   */
  readonly publicIpNameIpv6?: string;

  /**
   * The name of the resource group of the public IP.
   *
   * @default - the resource group of the cluster's nodes
   * @throws if the load balancer is internal
   */
  readonly resourceGroup?: string;

  /**
   * How long a TCP connection may be silent before it is dropped: 4 to 100 whole minutes, up to 30 before Kubernetes 1.25.
   *
   * @default Duration.minutes(4)
   */
  readonly idleTimeout?: Duration;
}

/** What Azure's cloud provider reads. */
export function renderAzure(options: AzureLoadBalancerOptions, service: BalancedService, inspection: Inspection): LoadBalancerFields {
  const { problems } = inspection;
  const internal = problems.parseOptional('loadBalancer.internal', parseFlag, options.internal) ?? false;
  checkLoadBalancerClass(service, { provider: 'Azure', classes: [], see: SEE }, inspection);
  (internal ? checkInternal : checkPublic)(options, inspection);
  checkPublicIps(options, service, inspection);
  const { annotations, ...fields } = renderAddresses(options, internal, service, inspection);
  return {
    annotations: givenAnnotations({
      [`${ANNOTATION}-load-balancer-internal`]: internal ? 'true' : undefined,
      [`${ANNOTATION}-load-balancer-internal-subnet`]: problems.parseOptional('loadBalancer.subnet', parseAzureName, options.subnet),
      ...annotations,
      [`${ANNOTATION}-pip-name`]: problems.parseOptional('loadBalancer.publicIpName', parseAzureName, options.publicIpName),
      [`${ANNOTATION}-pip-name-ipv6`]: problems.parseOptional('loadBalancer.publicIpNameIpv6', parseAzureName, options.publicIpNameIpv6),
      [`${ANNOTATION}-load-balancer-resource-group`]:
        problems.parseOptional('loadBalancer.resourceGroup', parseAnnotationValue, options.resourceGroup),
      [`${ANNOTATION}-load-balancer-tcp-idle-timeout`]: renderIdleTimeout(options.idleTimeout, inspection),
    }),
    ...fields,
  };
}

function renderAddresses(
  options: AzureLoadBalancerOptions, internal: boolean, service: BalancedService, inspection: Inspection,
): LoadBalancerFields {
  const addresses = parseStaticAddresses(options.addresses, inspection.problems);
  checkOnePerFamily(addresses, 'Azure', SEE, inspection.problems);
  checkFamilies(addresses, service, inspection);
  const second = addresses.find(({ family }) => family !== addresses[0].family);
  if (second) checkTwoFamilies(second.at, inspection);
  if (!internal) addresses.filter(isPrivateAddress).forEach((address) => reportPrivateAddress(address, inspection));
  const textOf = (family: string) => addresses.find((address) => address.family === family)?.text;
  if (!isUsable('annotation azure-load-balancer-ipv4', inspection.version)) return { loadBalancerIP: addresses[0]?.text };
  return {
    annotations: givenAnnotations({
      [`${ANNOTATION}-load-balancer-ipv4`]: textOf('IPv4'),
      [`${ANNOTATION}-load-balancer-ipv6`]: textOf('IPv6'),
    }),
  };
}

function renderIdleTimeout(timeout: Duration | undefined, { problems, version }: Inspection): string | undefined {
  const longest = isUsable('Azure idle timeout above 30 minutes', version) ? 100 : 30;
  return problems.parseOptional('loadBalancer.idleTimeout', (given: Duration) => parseIdleMinutes(given, longest), timeout);
}

function parseIdleMinutes(timeout: Duration, longest: number): string {
  const isDuration = typeof timeout?.toMilliseconds === 'function';
  const minutes = isDuration ? timeout.toMilliseconds() / 60000 : NaN;
  if (Number.isInteger(minutes) && minutes >= 4 && minutes <= longest) return String(minutes);
  const meant = isDuration ? minutes : timeout as unknown;
  return reject({
    fact: isDuration ? `an idle timeout of ${minutes} minutes is not possible on the target` : isNot(timeout, 'a Duration'),
    why: `Azure takes whole minutes from 4 to ${longest}; with anything else the load balancer is not made`,
    fix: `use Duration.minutes(${Number.isFinite(meant) ? Math.min(Math.max(Math.round(Number(meant)), 4), longest) : 4})`,
    see: CAPABILITIES['Azure idle timeout above 30 minutes'].see,
  });
}

// The cloud provider reads these for public load balancers only.
// https://github.com/kubernetes-sigs/cloud-provider-azure/blob/master/pkg/provider/azure_loadbalancer.go
function checkInternal(options: AzureLoadBalancerOptions, { problems }: Inspection): void {
  for (const option of ['publicIpName', 'publicIpNameIpv6', 'resourceGroup'] as const) {
    if (options[option] === undefined) continue;
    problems.add(`loadBalancer.${option}`, {
      fact: `${option} ${shown(options[option])} is given for an internal load balancer`,
      why: 'it says which public IP to use, and an internal load balancer has none',
      fix: `remove ${option}, or remove internal: true to have a public address`,
      see: SEE,
    });
  }
}

function checkPublic({ subnet }: AzureLoadBalancerOptions, { problems }: Inspection): void {
  if (subnet === undefined) return;
  problems.add('loadBalancer.subnet', {
    fact: `subnet ${shown(subnet)} is given for a public load balancer`,
    why: 'only an internal load balancer has its address in a subnet; this one would be open to the internet',
    fix: 'add internal: true, or remove subnet',
    see: SEE,
  });
}

function checkPublicIps(options: AzureLoadBalancerOptions, service: BalancedService, inspection: Inspection): void {
  const { addresses, publicIpName, publicIpNameIpv6 } = options;
  const name = publicIpName ?? publicIpNameIpv6;
  if (Array.isArray(addresses) && addresses.length > 0 && name !== undefined) {
    inspection.problems.add('loadBalancer.addresses', {
      fact: `addresses and the public IP ${shown(name)} are both given`,
      why: 'Azure uses the named public IP and ignores the address without a word',
      fix: 'remove addresses, or the name of the public IP',
      see: SEE,
    });
  }
  if (publicIpNameIpv6 === undefined) return;
  checkTwoFamilies('loadBalancer.publicIpNameIpv6', inspection);
  if (familiesOf(service) === 'both') return;
  inspection.problems.add('loadBalancer.publicIpNameIpv6', oneFamilyOnly('two public IPs', inspection.version));
}

function checkTwoFamilies(at: string, { problems, version }: Inspection): void {
  const needed: CapabilityName = 'two families on an Azure load balancer';
  if (isUsable(needed, version)) return;
  problems.add(at, {
    fact: `Azure load balancers for Kubernetes ${version} have one family`,
    why: 'its cloud provider learned two families with Kubernetes 1.27; an older one leaves one of them out',
    fix: `target Kubernetes 1.${CAPABILITIES[needed].enabled} or newer, or keep the IPv4 address only`,
    see: CAPABILITIES[needed].see,
  });
}

function reportPrivateAddress({ text, at }: StaticAddress, { problems }: Inspection): void {
  problems.add(at, {
    fact: `"${text}" is a private address, and the load balancer is public`,
    why: 'Azure looks for a public IP resource with that address and finds none, so the load balancer is not made',
    fix: 'add internal: true, or give the address of a public IP resource',
    see: SEE,
  });
}

function parseAzureName(name: string): string {
  if (/^[A-Za-z0-9]([-\w.]{0,78}\w)?$/.test(parseAnnotationValue(name))) return name;
  return reject({
    fact: `"${name}" is not the name of an Azure resource`,
    why: 'it has 1 to 80 letters, digits, "_", "." and "-", starts with a letter or digit and does not end with "." or "-"',
    fix: 'give the name alone, without its virtual network and resource group, for example "backends"',
    see: NAMES,
  });
}
