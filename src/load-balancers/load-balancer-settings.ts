import type { Inspection } from '../service-spec/inspection';
import type { IpFamilyProps } from '../service-spec/ip-families';
import type { LoadBalancerAccessProps } from '../service-spec/load-balancer-access';
import type { NodePortServicePortOptions } from '../service-spec/service-port';

/** What a load balancer reads from a Service. */
export interface LoadBalancerFields {
  readonly annotations?: Readonly<Record<string, string>>;
  readonly loadBalancerClass?: string;
  readonly loadBalancerIP?: string;
}

/** What the settings of a load balancer must fit to: the Service as the user typed it. */
export interface BalancedService extends IpFamilyProps, LoadBalancerAccessProps {
  readonly ports: readonly NodePortServicePortOptions[];
  readonly metadata?: { readonly annotations?: Readonly<Record<string, string>> };
}

/** Renders the settings of one provider for the target version. */
export type RenderLoadBalancer = (service: BalancedService, inspection: Inspection) => LoadBalancerFields;

/** The annotations that have a value. */
export function givenAnnotations(annotations: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> {
  const given = Object.entries(annotations).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(given);
}
