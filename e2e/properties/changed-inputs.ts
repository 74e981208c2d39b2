import { Duration } from 'cdk8s';
import { EnvValue } from 'cdk8s-plus-27';
import * as fc from 'fast-check';
import type { ConstructName, Input, Props } from './input';
import * as near from './values-near-limits';
import * as l4 from '../../src';
import { ipv4 } from '../../test/properties/external-endpoints';

/** A part of the properties, and values for it that are right or wrong by a hair's breadth. */
interface Place {
  readonly values: fc.Arbitrary<unknown>;
  readonly set: (props: Props, value: any) => Props;
}

/** What was asked for, with one or two parts as nobody would want them, or nearly. */
export function changedInputs(inputs: fc.Arbitrary<Input>): fc.Arbitrary<Input> {
  return inputs.chain((input) => fc.array(changeOf(input.construct), { minLength: 1, maxLength: 2, size: 'small' }).map((changes) => (
    { ...input, props: changes.reduce((props, change) => change(props), input.props) }
  )));
}

function changeOf(construct: ConstructName): fc.Arbitrary<(props: Props) => Props> {
  return fc.oneof(...PLACES[construct].map(({ values, set }) => values.map((value) => (props: Props) => set(props, value))));
}

function place(path: string, values: fc.Arbitrary<unknown>): Place {
  return { values, set: (props, value) => withField(props, path.split('.'), value) };
}

function withField(target: any, [key, ...rest]: string[], value: unknown): any {
  if (key === undefined) return value;
  const copy = Array.isArray(target) || (target === undefined && /^\d+$/.test(key)) ? [...target ?? []] : { ...target };
  copy[key] = withField(copy[key], rest, value);
  return copy;
}

const METADATA = [
  place('metadata.name', near.dnsLabels),
  place('metadata.labels', near.labels),
  place('metadata.annotations', near.annotations),
  place('metadata.namespace', near.dnsLabels),
  place('metadata.finalizers', near.qualifiedNames.map((name) => [name])),
];

const PORT = { servicePort: 5432, name: 'sql' };

const PORTS = [
  place('ports.0.servicePort', near.ports),
  place('ports.0.name', near.dnsLabels),
  place('ports.0.protocol', near.protocols),
  place('ports.0.appProtocol', near.qualifiedNames),
  { values: near.ports, set: (props: Props, targetPort: unknown) => ({ ...props, ports: [{ ...PORT, targetPort }] }) },
  { values: fc.subarray(['name', 'servicePort', 'protocol']), set: withTwin },
  { values: near.counts, set: withPorts },
];

const NAMED_TARGET = { values: near.portNames, set: (props: Props, targetPortName: string) => ({ ...props, ports: [{ ...PORT, targetPortName }] }) };

const NODE_PORTS = [
  place('ports.0.nodePort', near.nodePorts),
  { values: fc.subarray(['TCP', 'UDP'], { minLength: 1 }), set: withSharedNodePort },
];

function withPorts(props: Props, count: number): Props {
  return { ...props, ports: Array.from({ length: count }, (_, index) => ({ servicePort: 20000 + index })) };
}

function withSharedNodePort(props: Props, [one, other = one]: readonly string[]): Props {
  const port = (servicePort: number, protocol: string) => ({ servicePort, nodePort: 30000, protocol });
  return { ...props, ports: [port(1, one), port(2, other)] };
}

/** A second port that is like the first one in some fields. */
function withTwin(props: Props, alike: readonly string[]): Props {
  const [first] = props.ports ?? [];
  const twin = Object.fromEntries(alike.map((field) => [field, first?.[field]]).filter(([, value]) => value !== undefined));
  return { ...props, ports: [...props.ports ?? [], { servicePort: 9187, name: 'twin', ...twin }] };
}

function withTwinTarget(props: Props, alike: readonly string[]): Props {
  const [first] = props.ports ?? [];
  const twin = Object.fromEntries(alike.map((field) => [field, first?.[field]]).filter(([, value]) => value !== undefined));
  return { ...props, ports: [...props.ports ?? [], { targetPort: 9187, name: 'twin', ...twin }] };
}

const SELECTOR = { values: near.labels, set: (props: Props, labels: any) => ({ ...props, selector: l4.PodSelector.labels(labels) }) };

const FAMILIES = [place('ipFamilies', near.families), place('ipFamilyPolicy', near.familyPolicies)];

const AFFINITY = {
  values: near.seconds,
  set: (props: Props, seconds: number) => ({ ...props, sessionAffinity: l4.SessionAffinity.clientIp({ timeout: Duration.seconds(seconds) }) }),
};

const CLUSTER_IP = { values: near.addresses, set: (props: Props, clusterIp: unknown) => ({ ...props, clusterIp, ipFamilies: undefined }) };

const INSIDE = [CLUSTER_IP, place('clusterIp', near.addresses), AFFINITY, place('internalTrafficPolicy', near.trafficPolicies)];

const OUTSIDE = [...INSIDE, ...NODE_PORTS, place('externalTrafficPolicy', near.trafficPolicies)];

const BALANCER = [
  place('sourceRanges.0', near.blocks),
  place('sourceRanges', near.counts.map((count) => Array.from({ length: count }, (_, index) => `10.${Math.floor(index / 256)}.${index % 256}.0/24`))),
  place('loadBalancerClass', near.qualifiedNames),
  place('allocateLoadBalancerNodePorts', near.flags),
  // The address is where the plain objects can read it.
  {
    values: near.addresses,
    set: (props: Props, ip: string) => ({ ...props, loadBalancer: Object.assign(l4.LoadBalancer.address(ip), { ip }) }),
  },
];

const ENDPOINTS = [
  endpointPlace('ip', near.addresses),
  endpointPlace('ip', near.addresses),
  endpointPlace('hostname', near.dnsLabels),
  endpointPlace('nodeName', near.dnsNames),
  endpointPlace('zone', near.labelValues),
  endpointPlace('servedZones', near.zones),
  endpointPlace('servedNodes', near.nodeNames),
  { values: near.counts.map((count) => Array.from({ length: count }, (_, index) => ({ ip: ipv4(index) }))), set: withEndpoints },
  {
    values: near.dnsNames,
    set: ({ kubernetesVersion }: Props, hostName: string) => ({ kubernetesVersion, target: l4.ExternalTarget.hostName(hostName) }),
  },
];

function endpointPlace(field: string, values: fc.Arbitrary<unknown>): Place {
  const changed = ([first, ...others]: readonly Props[] = [], value: unknown) => [{ ...first, [field]: value }, ...others];
  return { values, set: (props, value) => withEndpoints(props, changed(props.target._endpoints, value)) };
}

function withEndpoints(props: Props, endpoints: readonly Props[]): Props {
  return { ...props, target: l4.ExternalTarget.endpoints(endpoints as l4.ExternalEndpoint[]) };
}

function forwardPlace(field: string, values: fc.Arbitrary<unknown>): Place {
  const changed = ([first, ...others]: readonly Props[], value: unknown) => first ? [{ ...first, [field]: value }, ...others] : [];
  return { values, set: (props, value) => ({ ...props, forwards: changed(props.forwards, value) }) };
}

const PLACES: Readonly<Record<ConstructName, readonly Place[]>> = {
  ClusterIpService: [...METADATA, ...PORTS, NAMED_TARGET, SELECTOR, ...FAMILIES, ...INSIDE],
  HeadlessService: [...METADATA, ...PORTS, NAMED_TARGET, SELECTOR, ...FAMILIES],
  NodePortService: [...METADATA, ...PORTS, NAMED_TARGET, SELECTOR, ...FAMILIES, ...OUTSIDE],
  LoadBalancerService: [...METADATA, ...PORTS, NAMED_TARGET, SELECTOR, ...FAMILIES, ...OUTSIDE, ...BALANCER, ...BALANCER],
  ExternalNameService: [...METADATA, place('externalName', near.dnsNames), place('externalName', near.dnsNames), place('externalName', near.dnsNames)],
  TcpStatefulSet: [
    ...METADATA,
    place('metadata.name', near.setNames),
    place('ports.0.name', near.portNames),
    place('ports.0.targetPort', near.ports),
    place('ports.0.protocol', near.protocols),
    place('replicas', near.replicas),
    place('labels', near.labels),
    place('image', near.images),
    { values: near.envNames, set: (props: Props, name: string) => ({ ...props, envVariables: { [name]: EnvValue.fromValue('x') } }) },
    place('command', near.commands),
    { values: fc.subarray(['name', 'targetPort', 'protocol']), set: withTwinTarget },
    place('podManagementPolicy', fc.constantFrom('OrderedReady', 'Parallel', 'parallel', '')),
  ],
  ExternalEndpointService: [...METADATA, ...PORTS, ...FAMILIES, ...INSIDE, ...ENDPOINTS, ...ENDPOINTS],
  TopologyAwareService: [...METADATA, ...PORTS, NAMED_TARGET, SELECTOR, ...FAMILIES, AFFINITY, CLUSTER_IP],
  MultiPortTcpIngress: [
    forwardPlace('listenPort', near.ports), forwardPlace('nodePort', near.nodePorts), forwardPlace('protocol', fc.constantFrom('TCP', 'UDP', 'SCTP', 'tcp')),
  ],
};
