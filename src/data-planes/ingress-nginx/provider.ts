import { oneOf } from '../../problems/one-of';
import { reject } from '../../problems/rejection';

/**
 * Where the built-in ingress-nginx runs: each provider has its own installation upstream.
 *
 * @see https://kubernetes.github.io/ingress-nginx/deploy/
 */
export enum IngressNginxProvider {
  /** Any cloud whose load balancer needs no settings, such as Google Cloud or Azure. */
  CLOUD = 'cloud',
  /** Amazon Web Services with a Network Load Balancer that passes TCP through. */
  AWS = 'aws',
  /** Amazon Web Services with a Network Load Balancer that terminates TLS on port 443. */
  AWS_NLB_WITH_TLS_TERMINATION = 'aws/nlb-with-tls-termination',
  /** A cluster without load balancers, reached on node ports. */
  BAREMETAL = 'baremetal',
  /** DigitalOcean; the load balancer sends the PROXY protocol on every port. */
  DIGITAL_OCEAN = 'do',
  /** Scaleway; the load balancer sends the PROXY protocol, version 2, on every port. */
  SCALEWAY = 'scw',
  /** Exoscale; the controller runs on every node. */
  EXOSCALE = 'exoscale',
  /** Oracle Cloud Infrastructure with a load balancer of flexible shape. */
  ORACLE = 'oracle',
  /** A kind cluster on one machine, reached on ports 80 and 443 of its nodes. */
  KIND = 'kind',
}

/** The provider, checked for callers without types. */
export function parseProvider(text: string): IngressNginxProvider {
  const providers = Object.values(IngressNginxProvider);
  const provider = providers.find((known) => known === text);
  return provider ?? reject({
    fact: `${JSON.stringify(text) ?? 'nothing'} is not a provider of ingress-nginx`,
    why: `upstream has an installation for ${oneOf(providers)} only`,
    fix: 'use IngressNginxProvider.CLOUD where the cluster makes load balancers, IngressNginxProvider.BAREMETAL where it makes none',
    see: 'https://kubernetes.github.io/ingress-nginx/deploy/',
  });
}
