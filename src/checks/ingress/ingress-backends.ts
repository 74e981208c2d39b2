import type { IngressBackendNode } from '../../model/ingress-node';

/**
 * Whether a backend names no Service: the AWS Load Balancer Controller takes the port name "use-annotation" as a pointer to
 * an annotation of the Ingress that says what to do.
 *
 * @see https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/ingress/annotations/#actions
 */
export function leadsElsewhere({ port }: IngressBackendNode): boolean {
  return port === 'use-annotation';
}
