import { fieldAt, listAt, textAt, type FieldPath } from '../../kube/field';
import { hasNodePorts, isLoadBalancer, portsOf } from '../../kube/service';
import { shown } from '../../values/shown';
import type { Loss, LossFault } from '../loss';
import { NOTHING, type Carrier } from './carried';
import type { Entrance } from './entrance';

const SERVICE = 'https://kubernetes.io/docs/concepts/services-networking/service/';
const INFRASTRUCTURE = 'https://gateway-api.sigs.k8s.io/reference/spec/#gatewayinfrastructure';

/** What a Gateway cannot say of a Service. */
export const serviceFields: Carrier = (entrance, { implementation: { title } }) => ({
  ...NOTHING,
  losses: [serviceType(entrance, title), loadBalancerClass(entrance), ...OTHERS.map(({ path, isUsual }) => otherField(entrance, path, isUsual))]
    .filter((loss) => loss !== undefined),
});

/** The node ports of what is published. */
export function nodePorts(entrance: Entrance, isPublished: (port: number, protocol: string) => boolean): Loss[] {
  const { service, isLive, standingOf } = entrance;
  const ports = portsOf(service);
  const pinned = ports.filter(({ port, protocol, nodePort }) => typeof nodePort === 'number' && isPublished(port, protocol));
  if (pinned.length === 0 || !hasNodePorts(service)) return [];
  const list = pinned.map(({ port, protocol, nodePort }) => `${nodePort} (${port}/${protocol})`);
  return [{
    ...standingOf(['spec', 'ports', ports.indexOf(pinned[0])]),
    name: 'node-port',
    severity: isLive && isLoadBalancer(service) ? 'info' : 'warning',
    fact: `has the node port${list.length > 1 ? 's' : ''} ${list.slice(0, 5).join(', ')}${list.length > 5 ? ` and ${list.length - 5} more` : ''}`,
    why: 'a Gateway cannot pin node ports; the new Service gets others',
    fix: 'let clients and firewalls that use a node port use the address of the Gateway and the port of its listener',
    see: `${SERVICE}#type-nodeport`,
  }];
}

function serviceType({ service, standingOf }: Entrance, title: string): Loss | undefined {
  if (isLoadBalancer(service)) return undefined;
  return {
    ...standingOf(['spec', 'type']),
    name: 'service-type',
    severity: 'warning',
    fact: `is of type ${textAt(service, 'spec', 'type') ?? 'ClusterIP'}`,
    why: `${title} makes a Service of type LoadBalancer for a Gateway, which waits for an address where nobody makes load balancers`,
    fix: `set the type of the Service in the settings of ${title}, or install MetalLB or another load balancer`,
    see: `${SERVICE}#publishing-services-service-types`,
  };
}

function loadBalancerClass({ service, standingOf }: Entrance): Loss | undefined {
  const given = fieldAt(service, 'spec', 'loadBalancerClass');
  return given === undefined || given === null ? undefined : {
    ...standingOf(['spec', 'loadBalancerClass']),
    name: 'load-balancer-class',
    severity: 'warning',
    fact: `has loadBalancerClass: ${shown(given)}`,
    why: 'a Gateway cannot say who makes its load balancer, so the default one of the cluster does',
    fix: 'set it in the settings of the implementation before you apply the output: it cannot be changed later',
    see: `${SERVICE}#load-balancer-class`,
  };
}

interface OtherField {
  readonly path: FieldPath;
  /** Whether a value is what a Service has when nobody says anything. */
  readonly isUsual: (value: unknown) => boolean;
}

const OTHERS: readonly OtherField[] = [
  { path: ['spec', 'externalIPs'], isUsual: (value) => listAt({ value }, 'value').length === 0 },
  { path: ['spec', 'ipFamilyPolicy'], isUsual: (value) => value === 'SingleStack' },
  { path: ['spec', 'ipFamilies'], isUsual: (value) => listAt({ value }, 'value').length < 2 && listAt({ value }, 'value')[0] !== 'IPv6' },
  { path: ['spec', 'sessionAffinity'], isUsual: (value) => value === 'None' },
  { path: ['spec', 'allocateLoadBalancerNodePorts'], isUsual: (value) => value === true },
  { path: ['spec', 'publishNotReadyAddresses'], isUsual: (value) => value === false },
];

function otherField({ service, standingOf }: Entrance, path: FieldPath, isUsual: OtherField['isUsual']): Loss | undefined {
  const value = fieldAt(service, ...path);
  if (value === undefined || value === null || isUsual(value)) return undefined;
  const fault: LossFault = {
    name: 'service-field',
    severity: 'warning',
    fact: `has ${path[1]}: ${shown(value)}`,
    why: 'the Gateway API has no field for it, so the new Service has what its implementation gives it',
    fix: `set ${path[1]} in the settings of the implementation if clients depend on it`,
    see: INFRASTRUCTURE,
  };
  return { ...fault, ...standingOf(path) };
}
