import { field } from '../../model/object-node';
import type { ServiceNode } from '../../model/service-node';
import { applicationServicesWith } from '../application-services';
import type { Check } from '../check';

/** Affinity to the address of a load balancer. */
export const affinityBehindSnat: Check = {
  name: 'affinity-behind-snat',
  severity: 'info',
  summary: 'A Service has affinity to client addresses behind a load balancer that puts its own address in their place.',
  why: 'kube-proxy only sees the addresses of the load balancer, so that all clients from outside count as one or a few and go to the same Pods',
  see: 'https://kubernetes.io/docs/reference/networking/virtual-ips/#session-affinity',
  * run(network) {
    for (const service of applicationServicesWith(network, { fields: ['sessionAffinity'] })) {
      const proxy = isSticky(service) ? proxyOf(service) : undefined;
      if (!proxy) continue;
      yield {
        object: service,
        path: ['spec', 'sessionAffinity'],
        fact: `has sessionAffinity: ClientIP behind ${proxy.name}, which connects from its own addresses (annotation ${proxy.annotation})`,
        fix: proxy.fix,
      };
    }
  },
};

function isSticky(service: ServiceNode): boolean {
  return service.type === 'LoadBalancer' && field(service, 'spec', 'sessionAffinity') === 'ClientIP';
}

interface Proxy {
  readonly name: string;
  readonly annotation: string;
  readonly fix: string;
}

// https://docs.hetzner.com/cloud/load-balancers/overview/
// https://docs.digitalocean.com/products/networking/load-balancers/concepts/types/
const PROXIES: ReadonlyArray<Proxy & { readonly unless?: readonly [string, string] }> = [
  {
    name: 'a Hetzner Load Balancer',
    annotation: 'load-balancer.hetzner.cloud/uses-proxyprotocol',
    fix: 'remove sessionAffinity, and tell clients apart in the Pods by the PROXY protocol header',
  },
  {
    name: 'a DigitalOcean Load Balancer',
    annotation: 'service.beta.kubernetes.io/do-loadbalancer-enable-proxy-protocol',
    fix: 'set the annotation service.beta.kubernetes.io/do-loadbalancer-type: REGIONAL_NETWORK, which keeps client addresses, or remove sessionAffinity',
    unless: ['service.beta.kubernetes.io/do-loadbalancer-type', 'REGIONAL_NETWORK'],
  },
];

function proxyOf({ annotations }: ServiceNode): Proxy | undefined {
  return PROXIES.find(({ annotation, unless }) => annotations[annotation] === 'true' && !(unless && annotations[unless[0]] === unless[1]));
}
