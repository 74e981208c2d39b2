import { TopologyAwareServiceType } from './topology-aware-service-type';
import { renderLoadBalancer, type LoadBalancedProps } from '../load-balancers/render-load-balancer';
import type { Fault } from '../problems/problem';
import type { Fields, Inspection } from '../service-spec/inspection';
import { checkNodePorts, type NodePortRange } from '../service-spec/node-port-range';
import type { RenderedPort } from '../service-spec/ports';
import type { TrafficPolicy } from '../service-spec/traffic-policy';
import { choiceOf } from '../values/choice';

/** What says where a Service can be reached. */
export interface ExposureProps extends LoadBalancedProps {
  readonly type?: TopologyAwareServiceType;
  readonly nodePortRange?: NodePortRange;
  readonly externalTrafficPolicy?: TrafficPolicy;
}

/** The fields that depend on where a Service can be reached. */
export interface Exposure {
  readonly spec: Fields;
  readonly annotations?: Readonly<Record<string, string>>;
}

const TYPES = 'https://kubernetes.io/docs/concepts/services-networking/service/#publishing-services-service-types';
const parseType = choiceOf('TopologyAwareServiceType', TopologyAwareServiceType, TYPES);

/** The type of a Service and what goes with it; what goes with another type is reported. */
export function renderExposure(props: ExposureProps, ports: readonly RenderedPort[], inspection: Inspection): Exposure {
  const { problems } = inspection;
  const type = problems.parseOptional('type', parseType, props.type) ?? TopologyAwareServiceType.CLUSTER_IP;
  const isExposed = type !== TopologyAwareServiceType.CLUSTER_IP;
  const isBalanced = type === TopologyAwareServiceType.LOAD_BALANCER;
  if (!isExposed) misplacedOnClusterIp(props, ports).forEach((field) => problems.add(field, misplaced(field, type, 'NODE_PORT')));
  if (!isBalanced) misplacedWithoutBalancer(props).forEach((field) => problems.add(field, misplaced(field, type, 'LOAD_BALANCER')));
  if (isExposed) checkNodePorts(ports, props.nodePortRange, inspection);
  return isBalanced ? renderLoadBalancer(props, ports, inspection) : { spec: isExposed ? { type } : {} };
}

function misplacedOnClusterIp({ externalTrafficPolicy }: ExposureProps, ports: readonly RenderedPort[]): string[] {
  const nodePorts = ports.flatMap(({ nodePort }, index) => nodePort === undefined ? [] : [`ports[${index}].nodePort`]);
  return [...(externalTrafficPolicy === undefined ? [] : ['externalTrafficPolicy']), ...nodePorts];
}

const BALANCER_FIELDS = ['sourceRanges', 'loadBalancerClass', 'allocateLoadBalancerNodePorts', 'loadBalancer'] as const;

function misplacedWithoutBalancer(props: ExposureProps): string[] {
  return BALANCER_FIELDS.filter((field) => props[field] !== undefined);
}

function misplaced(field: string, type: TopologyAwareServiceType, needed: string): Fault {
  return {
    fact: `${field} is given for a Service of type ${type}`,
    why: needed === 'LOAD_BALANCER'
      ? 'it is for load balancers: on other types the API server refuses it, or nothing reads it'
      : 'it is for connections from outside, which do not reach this type; the API server refuses it',
    fix: `set type: TopologyAwareServiceType.${needed}, or leave it out`,
    see: TYPES,
  };
}
