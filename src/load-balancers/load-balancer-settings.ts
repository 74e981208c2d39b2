import type { Inspection } from '../service-spec/inspection';

/** What a load balancer reads from a Service. */
export interface LoadBalancerFields {
  readonly annotations?: Readonly<Record<string, string>>;
  readonly loadBalancerClass?: string;
  readonly loadBalancerIP?: string;
}

/** Renders the settings of one provider for the target version. */
export type RenderLoadBalancer = (inspection: Inspection) => LoadBalancerFields;
