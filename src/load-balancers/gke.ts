import { isIP } from 'net';
import { checkFamilies, familiesOf, oneFamilyOnly } from './address-families';
import { parseListed } from './listed-values';
import { checkLoadBalancerClass, type TakenClasses } from './load-balancer-class';
import { givenAnnotations, type BalancedService, type LoadBalancerFields } from './load-balancer-settings';
import { parseReachableAddress } from './static-addresses';
import { reject } from '../problems/rejection';
import type { Inspection } from '../service-spec/inspection';
import { isPrivateAddress } from '../values/address-range';
import { parseAnnotationValue } from '../values/annotation-value';
import { CAPABILITIES, isUsable, type CapabilityName } from '../values/capabilities';
import { parseFlag } from '../values/flag';
import type { IpAddress } from '../values/ip-address';
import { shown } from '../values/shown';

const SEE = 'https://cloud.google.com/kubernetes-engine/docs/concepts/service-load-balancer-parameters';

/**
 * Settings of a passthrough Network Load Balancer of Google Kubernetes Engine.
 *
 * Services with internal load balancers share an address that is reserved with the purpose SHARED_LOADBALANCER_VIP: they
 * ask for the same one, and their ports differ.
 *
 * @see https://cloud.google.com/kubernetes-engine/docs/concepts/service-load-balancer-parameters
 */
export interface GkeLoadBalancerOptions {
  /**
   * Whether it is reachable from the VPC network only.
   *
   * @default false - it has a public address
   */
  readonly internal?: boolean;

  /**
   * The name of the subnet that an internal load balancer takes its address from, or a public one its IPv6 address.
   *
   * @default - the subnet of the cluster
   * @throws if the load balancer is public and the Service does not ask for IPv6
   */
  readonly subnet?: string;

  /**
   * The names of the reserved address resources, not their numbers: one, or one for each family of the Service.
   *
   * An internal load balancer reads them in clusters with GKE subsetting only (always on from 1.36 on). A public one becomes
   * one with a backend service (`cloud.google.com/l4-rbs`), which a live Service of the older kind cannot become.
   *
   * @default - GKE chooses an address
   * @throws if the target is older than Kubernetes 1.29, or `address` is given too
   */
  readonly addressNames?: string[];

  /**
   * The static IPv4 address by its number, for every version and kind of cluster; a public one must be reserved.
   *
   * Rendered as `spec.loadBalancerIP`, which is deprecated since Kubernetes 1.24.
   *
   * @default - GKE chooses an address
   */
  readonly address?: string;

  /**
   * Whether clients of other regions reach an internal load balancer.
   *
   * @default false
   * @throws if the load balancer is public
   */
  readonly globalAccess?: boolean;
}

/** What GKE's controllers read. */
export function renderGke(options: GkeLoadBalancerOptions, service: BalancedService, inspection: Inspection): LoadBalancerFields {
  const { problems } = inspection;
  const internal = problems.parseOptional('loadBalancer.internal', parseFlag, options.internal) ?? false;
  const globalAccess = problems.parseOptional('loadBalancer.globalAccess', parseFlag, options.globalAccess);
  const subnet = problems.parseOptional('loadBalancer.subnet', parseResourceName, options.subnet);
  const names = renderAddressNames(options, service, inspection);
  const address = renderAddress(options.address, internal, service, inspection);
  checkLoadBalancerClass(service, classesTaken(internal), inspection);
  if (!internal) checkPublic(options, service, inspection);
  checkOneWay(address, names, inspection);
  return {
    annotations: givenAnnotations({
      'networking.gke.io/load-balancer-type': internal ? 'Internal' : undefined,
      'cloud.google.com/l4-rbs': !internal && (names ?? subnet) !== undefined ? 'enabled' : undefined,
      [`networking.gke.io/${internal ? 'internal-' : ''}load-balancer-subnet`]: subnet,
      'networking.gke.io/load-balancer-ip-addresses': names,
      'networking.gke.io/internal-load-balancer-allow-global-access': globalAccess ? 'true' : undefined,
    }),
    loadBalancerIP: address,
  };
}

// The class decides alone, whatever the annotations say.
// https://github.com/kubernetes/ingress-gce/blob/master/pkg/l4/annotations/service.go
function classesTaken(internal: boolean): TakenClasses {
  const scope = internal ? 'internal' : 'external';
  const name = `networking.gke.io/l4-regional-${scope}`;
  return { provider: `an ${scope} GKE load balancer`, classes: [name, `${name}-legacy`], see: SEE };
}

function renderAddressNames(options: GkeLoadBalancerOptions, service: BalancedService, inspection: Inspection): string | undefined {
  const { problems, version } = inspection;
  const at = 'loadBalancer.addressNames';
  const names = parseListed(at, options.addressNames, parseAddressName, problems);
  if (names.length === 0) return undefined;
  checkUsable('annotation networking.gke.io/load-balancer-ip-addresses', at, 'give the number of the address as address', inspection);
  if (names.length > 1 && familiesOf(service) !== 'both') problems.add(at, oneFamilyOnly(`${names.length} addresses`, version));
  if (names.length > 2) {
    problems.add(at, {
      fact: `${names.length} addresses are named`,
      why: 'GKE reads the first two: one of each family',
      fix: `keep "${names[0]}" and "${names[1]}", and make another LoadBalancerService for the others`,
      see: SEE,
    });
  }
  return names.join(',');
}

function renderAddress(text: string | undefined, internal: boolean, service: BalancedService, inspection: Inspection): string | undefined {
  const at = 'loadBalancer.address';
  const address = inspection.problems.parseOptional(at, parseIpv4, text);
  if (address === undefined) return undefined;
  checkFamilies([{ ...address, at }], service, inspection);
  if (internal || !isPrivateAddress(address)) return address.text;
  inspection.problems.add(at, {
    fact: `"${address.text}" is a private address, and the load balancer is public`,
    why: 'GKE has no public address of that number, so the load balancer is not made',
    fix: 'add internal: true, or give a reserved public address',
    see: SEE,
  });
  return undefined;
}

function checkOneWay(address: string | undefined, addressNames: string | undefined, { problems }: Inspection): void {
  if (address === undefined || addressNames === undefined) return;
  problems.add('loadBalancer.address', {
    fact: `address "${address}" and addressNames "${addressNames}" are both given`,
    why: 'GKE takes the named address and ignores the number, or the other way round in a cluster without subsetting',
    fix: 'keep address for one IPv4 address on any cluster, or addressNames for two families',
    see: SEE,
  });
}

function checkPublic({ subnet, globalAccess }: GkeLoadBalancerOptions, service: BalancedService, inspection: Inspection): void {
  const { problems } = inspection;
  if (globalAccess === true) {
    problems.add('loadBalancer.globalAccess', {
      fact: 'globalAccess is asked for a public load balancer',
      why: 'it is about clients in the VPC network; a public load balancer is reached from everywhere',
      fix: 'add internal: true, or remove globalAccess',
      see: SEE,
    });
  }
  if (subnet === undefined) return;
  if (asksForIpv6(service)) {
    checkUsable('annotation networking.gke.io/load-balancer-subnet', 'loadBalancer.subnet', 'leave subnet out', inspection);
    return;
  }
  problems.add('loadBalancer.subnet', {
    fact: `subnet ${shown(subnet)} is given for a public load balancer without IPv6`,
    why: 'a public IPv4 address is of no subnet; the Service would be open to the internet',
    fix: 'add internal: true, or remove subnet',
    see: SEE,
  });
}

function asksForIpv6(service: BalancedService): boolean {
  return ['both', 'IPv6'].includes(familiesOf(service));
}

function checkUsable(annotation: CapabilityName, at: string, instead: string, { problems, version }: Inspection): void {
  if (isUsable(annotation, version)) return;
  const { enabled, see } = CAPABILITIES[annotation] as { enabled: number; see: string };
  problems.add(at, {
    fact: `GKE does not read the ${annotation} on the target, Kubernetes ${version}`,
    why: `it does so from GKE 1.${enabled} on; an older one ignores it and chooses an address itself`,
    fix: `target Kubernetes 1.${enabled} or newer, or ${instead}`,
    see,
  });
}

// https://github.com/kubernetes/ingress-gce/blob/master/pkg/l4/address/to_use.go
function parseIpv4(text: string): IpAddress {
  const address = parseReachableAddress(text);
  if (address.family === 'IPv4') return address;
  return reject({
    fact: `"${text}" is an IPv6 address`,
    why: 'GKE reads spec.loadBalancerIP for IPv4 only and chooses an IPv6 address itself',
    fix: 'give the name of the reserved IPv6 range: addressNames: [\'edge-ipv6\']',
    see: SEE,
  });
}

function parseAddressName(name: string): string {
  if (isIP(parseAnnotationValue(name)) === 0) return parseResourceName(name);
  return reject({
    fact: `"${name}" is an address, not the name of an address`,
    why: 'GKE looks for an address resource of that name, finds none and chooses an address itself',
    fix: `give the name that "gcloud compute addresses list" prints, or use address: '${name}' instead`,
    see: SEE,
  });
}

function parseResourceName(name: string): string {
  if (/^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/.test(parseAnnotationValue(name))) return name;
  return reject({
    fact: `"${name}" is not the name of a Google Cloud resource`,
    why: 'it has 1 to 63 lower-case letters, digits and "-", starts with a letter and ends with a letter or digit',
    fix: 'give the name alone, without its project and region, for example "backends"',
    see: 'https://cloud.google.com/compute/docs/naming-resources',
  });
}
