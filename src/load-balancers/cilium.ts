import { checkFamilies } from './address-families';
import { parseListed } from './listed-values';
import { checkLoadBalancerClass } from './load-balancer-class';
import { givenAnnotations, type BalancedService, type LoadBalancerFields } from './load-balancer-settings';
import { requestAddresses } from './requested-addresses';
import { parseStaticAddresses } from './static-addresses';
import type { Inspection } from '../service-spec/inspection';
import { parseAnnotationValue } from '../values/annotation-value';
import { parseDnsLabel } from '../values/dns-name';

const DOCS = 'https://docs.cilium.io/en/stable/network/lb-ipam/';
const CLASSES = ['io.cilium/bgp-control-plane', 'io.cilium/l2-announcer'];

/**
 * What is asked of Cilium's LB-IPAM, version 1.16 or newer.
 *
 * Services share addresses when all of them have the same `sharingKey`, the same `externalTrafficPolicy` (with LOCAL the
 * same selector, too) and different port numbers. One that does not fit gets an address of its own without an error, unless
 * it asks for the shared one in `addresses`.
 *
 * @see https://docs.cilium.io/en/stable/network/lb-ipam/
 */
export interface CiliumLoadBalancerOptions {
  /**
   * The static addresses: any number, of the families of the Service.
   *
   * Rendered as Cilium's annotation for Kubernetes 1.24 and newer, and as `spec.loadBalancerIP` before if it is one.
   *
   * @default - any free address of a pool that selects the Service
   */
  readonly addresses?: string[];

  /**
   * What Services that share their addresses have in common: any text.
   *
   * @default - the addresses are not shared
   */
  readonly sharingKey?: string;

  /**
   * The other namespaces whose Services may share the addresses, or "*" for all. Each side must name the other.
   *
   * @default - only Services of the same namespace
   * @throws if there is no `sharingKey`
   */
  readonly sharingNamespaces?: string[];
}

/** What Cilium's operator reads. */
export function renderCilium(options: CiliumLoadBalancerOptions, service: BalancedService, inspection: Inspection): LoadBalancerFields {
  const { problems } = inspection;
  checkLoadBalancerClass(service, { provider: 'Cilium', classes: CLASSES, see: `${DOCS}#loadbalancerclass` }, inspection);
  const addresses = parseStaticAddresses(options.addresses, inspection.problems);
  checkFamilies(addresses, service, inspection);
  const { annotations, ...fields } = requestAddresses('lbipam.cilium.io/ips', addresses, inspection);
  return {
    annotations: givenAnnotations({
      ...annotations,
      'lbipam.cilium.io/sharing-key': problems.parseOptional('loadBalancer.sharingKey', parseAnnotationValue, options.sharingKey),
      'lbipam.cilium.io/sharing-cross-namespace': renderSharingNamespaces(options, inspection),
    }),
    ...fields,
  };
}

// Cilium splits the value at commas and does not trim: no space may stand there.
// https://github.com/cilium/cilium/blob/main/operator/pkg/lbipam/lbipam.go
function renderSharingNamespaces(options: CiliumLoadBalancerOptions, { problems }: Inspection): string | undefined {
  const { sharingKey, sharingNamespaces } = options;
  const namespaces = parseListed('loadBalancer.sharingNamespaces', sharingNamespaces, parseNamespace, problems);
  if (namespaces.length === 0) return undefined;
  if (sharingKey === undefined) {
    problems.add('loadBalancer.sharingNamespaces', {
      fact: `${namespaces.map((name) => `"${name}"`).join(', ')} may share, but there is no sharingKey`,
      why: 'Services share addresses by their key; without one the namespaces mean nothing',
      fix: `add sharingKey: '${namespaces[0] === '*' ? 'edge' : namespaces[0]}', the same on every Service that shares`,
      see: `${DOCS}#sharing-keys`,
    });
  }
  return namespaces.join(',');
}

function parseNamespace(name: string): string {
  return name === '*' ? name : parseDnsLabel(name);
}
