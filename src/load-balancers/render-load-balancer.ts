import type { LoadBalancer } from './load-balancer';
import type { BalancedService } from './load-balancer-settings';
import type { Fields, Inspection } from '../service-spec/inspection';
import { renderLoadBalancerAccess } from '../service-spec/load-balancer-access';
import { wellFormedPorts, type RenderedPort } from '../service-spec/ports';
import { instanceOf } from '../values/instance';

/** What says which load balancer a Service gets. */
export interface LoadBalancedProps extends BalancedService {
  readonly loadBalancer?: LoadBalancer;
}

/** The fields that only a Service of type LoadBalancer has, and the annotations for its provider. */
export interface RenderedLoadBalancer {
  readonly spec: Fields;
  readonly annotations?: Readonly<Record<string, string>>;
}

/** Reports to the inspection and returns the fields as if all were well. */
export function renderLoadBalancer(props: LoadBalancedProps, ports: readonly RenderedPort[], inspection: Inspection): RenderedLoadBalancer {
  const loadBalancer = inspection.problems.parseOptional('loadBalancer', parseLoadBalancer, props.loadBalancer);
  const { annotations, ...fields } = loadBalancer?._render({ ...props, ports: wellFormedPorts(props.ports) }, inspection) ?? {};
  return { annotations, spec: { type: 'LoadBalancer', ...renderLoadBalancerAccess(props, ports, inspection), ...fields } };
}

const parseLoadBalancer = instanceOf<LoadBalancer>({
  className: 'LoadBalancer',
  member: '_render',
  why: 'each provider reads its settings from other fields and annotations',
  fix: 'use a factory of LoadBalancer, for example LoadBalancer.azure({ internal: true })',
  see: 'https://kubernetes.io/docs/concepts/services-networking/service/#loadbalancer',
});
