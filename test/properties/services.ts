import { Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import * as fc from 'fast-check';
import * as l4 from '../../src';

/** The constructs that samples are of. */
export const CONSTRUCTS = {
  ClusterIpService: l4.ClusterIpService,
  HeadlessService: l4.HeadlessService,
  NodePortService: l4.NodePortService,
  LoadBalancerService: l4.LoadBalancerService,
  ExternalNameService: l4.ExternalNameService,
  TcpStatefulSet: l4.TcpStatefulSet,
} as const;

type ConstructName = keyof typeof CONSTRUCTS;

/** A Service or StatefulSet with properties that are right for its version. */
export interface Sample {
  readonly construct: ConstructName;
  readonly id: string;
  readonly minor: number;
  readonly props: object;
  readonly make: (scope: Construct) => void;
}

const label = (max: number) => fc.stringMatching(new RegExp(`^[a-z]([-a-z0-9]{0,${max - 2}}[a-z0-9])?$`));
const portNumber = fc.integer({ min: 1, max: 65535 });
const portName = fc.stringMatching(/^[a-z][a-z0-9]{0,5}(-[a-z0-9]{1,4})?$/);
const labels = fc.dictionary(
  fc.stringMatching(/^([a-z][a-z0-9]{0,9}\.example\.com\/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,20}[A-Za-z0-9])?$/),
  fc.stringMatching(/^([A-Za-z0-9]([-A-Za-z0-9_.]{0,20}[A-Za-z0-9])?)?$/),
  { minKeys: 1, maxKeys: 3 },
);

const draftFor = (minor: fc.Arbitrary<number>) => fc.record({
  id: label(52),
  minor,
  labels,
  annotations: fc.option(fc.dictionary(portName, fc.string(), { maxKeys: 2 }), { nil: undefined }),
  protocols: fc.subarray([l4.Protocol.TCP, l4.Protocol.UDP, l4.Protocol.SCTP], { minLength: 1 }),
  ports: fc.uniqueArray(
    fc.record({
      servicePort: portNumber,
      targetPort: fc.option(portNumber, { nil: undefined }),
      named: fc.boolean(),
      appProtocol: fc.boolean(),
      fixed: fc.boolean(),
    }),
    { minLength: 1, maxLength: 5, selector: ({ servicePort }) => servicePort },
  ),
  names: fc.uniqueArray(portName, { minLength: 5, maxLength: 5 }),
  families: fc.shuffledSubarray([l4.IpFamily.IPV4, l4.IpFamily.IPV6]),
  local: fc.record({ inside: fc.boolean(), outside: fc.boolean() }),
  early: fc.option(fc.boolean(), { nil: undefined }),
  timeout: fc.option(fc.integer({ min: 1, max: 86400 }), { nil: undefined }),
  // The first address of its range is the one of the API server itself.
  host: fc.integer({ min: 2, max: 250 }),
  replicas: fc.option(fc.integer({ min: 0, max: 20 }), { nil: undefined }),
  allocate: fc.option(fc.boolean(), { nil: undefined }),
});

type Draft = ReturnType<typeof draftFor> extends fc.Arbitrary<infer D> ? D : never;

/** Since which minor a field works without a gate: the release notes, written down a second time. */
const since = { sctp: 19, appProtocol: 19, dualStack: 21, internalPolicy: 22, bothPolicies: 24, balancer: 22, mixed: 24, kubelet: 33 };

function servicePorts({ ports, names, protocols, minor }: Draft, isBalancer: boolean): l4.NodePortServicePortOptions[] {
  const known = protocols.filter((protocol) => protocol !== l4.Protocol.SCTP || minor >= since.sctp);
  const usable = isBalancer && minor < since.mixed ? known.slice(0, 1) : known;
  return ports.filter(({ servicePort }) => !isBalancer || servicePort !== 10250 || minor >= since.kubelet).map((port, index) => ({
    servicePort: port.servicePort,
    targetPort: port.named ? undefined : port.targetPort,
    targetPortName: port.named ? names[index] : undefined,
    name: port.named ? names[index] : undefined,
    protocol: usable[index % Math.max(usable.length, 1)],
    appProtocol: port.appProtocol && minor >= since.appProtocol ? 'kubernetes.io/h2c' : undefined,
  }));
}

function selecting({ labels: podLabels, families, early, minor, annotations }: Draft) {
  return {
    metadata: { annotations },
    selector: l4.PodSelector.labels(podLabels),
    publishNotReadyAddresses: early,
    ipFamilies: minor >= since.dualStack && families.length > 0 ? families : undefined,
    kubernetesVersion: l4.KubernetesVersion.of(`1.${minor}`),
  };
}

function virtual(sample: Draft, isExposed: boolean) {
  const { families, host, timeout, local, minor } = sample;
  const isFirstIpv6 = minor >= since.dualStack && families[0] === l4.IpFamily.IPV6;
  return {
    ...selecting(sample),
    clusterIp: host % 2 ? (isFirstIpv6 ? `fd00::${host}` : `10.96.0.${host}`) : undefined,
    sessionAffinity: timeout === undefined ? undefined : l4.SessionAffinity.clientIp({ timeout: Duration.seconds(timeout) }),
    internalTrafficPolicy: local.inside && minor >= (isExposed ? since.bothPolicies : since.internalPolicy) ? l4.TrafficPolicy.LOCAL : undefined,
  };
}

function exposed(sample: Draft) {
  return { ...virtual(sample, true), externalTrafficPolicy: sample.local.outside ? l4.TrafficPolicy.LOCAL : undefined };
}

/** With room between them: a dry run hands out the numbers that follow those asked for. */
function fixed(ports: l4.NodePortServicePortOptions[], { ports: drafts }: Draft): l4.NodePortServicePortOptions[] {
  return ports.map((port, index) => ({ ...port, nodePort: drafts[index].fixed ? 30000 + 10 * index : undefined }));
}

const PROPS: Readonly<Record<ConstructName, (sample: Draft) => object>> = {
  ClusterIpService: (sample) => ({ ...virtual(sample, false), ports: servicePorts(sample, false) }),
  HeadlessService: (sample) => ({ ...selecting(sample), ports: servicePorts(sample, false) }),
  NodePortService: (sample) => ({ ...exposed(sample), ports: fixed(servicePorts(sample, false), sample) }),
  LoadBalancerService: (sample) => ({
    ...exposed(sample),
    ports: fixed(servicePorts(sample, true), sample),
    sourceRanges: sample.host % 3 ? [`198.51.100.${sample.host}/32`, 'fd00::/8'] : undefined,
    loadBalancerClass: sample.minor >= since.balancer && sample.host % 5 === 0 ? 'example.com/lb' : undefined,
    allocateLoadBalancerNodePorts: sample.minor >= since.balancer ? sample.allocate : undefined,
  }),
  ExternalNameService: (sample) => ({
    externalName: `${sample.names.join('.')}.example.com${sample.early ? '.' : ''}`,
    metadata: { annotations: sample.annotations },
  }),
  TcpStatefulSet: (sample) => ({
    image: 'postgres:16',
    ports: servicePorts(sample, false).map(({ servicePort, protocol }, index) => ({ name: sample.names[index], targetPort: servicePort, protocol })),
    labels: sample.labels,
    replicas: sample.replicas,
    publishNotReadyAddresses: sample.early,
    readiness: sample.protocols.includes(l4.Protocol.TCP) ? undefined : l4.TcpReadiness.none(),
    kubernetesVersion: l4.KubernetesVersion.of(`1.${sample.minor}`),
    metadata: { annotations: sample.annotations },
  }),
};

/** Any Service of the five kinds, or a TcpStatefulSet, with anything that its version can say. */
export function samplesFor(minor: fc.Arbitrary<number>): fc.Arbitrary<Sample> {
  return fc
    .record({ construct: fc.constantFrom(...Object.keys(CONSTRUCTS) as ConstructName[]), sample: draftFor(minor) })
    .filter(({ construct, sample }) => construct !== 'LoadBalancerService' || servicePorts(sample, true).length > 0)
    .map(({ construct, sample }) => {
      const props = PROPS[construct](sample);
      const make = (scope: Construct) => new CONSTRUCTS[construct](scope, sample.id, props as never);
      return { construct, id: sample.id, minor: sample.minor, props, make };
    });
}

/** The samples for every version. */
export const samples = samplesFor(fc.integer({ min: 17, max: 36 }));
