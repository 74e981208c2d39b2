import type { RenderLoadBalancer } from './load-balancer-settings';

/**
 * The settings of one provider's load balancer.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/service/#loadbalancer
 */
export class LoadBalancer {
  private constructor(
    /** @internal */
    public readonly _render: RenderLoadBalancer,
  ) {}
}
