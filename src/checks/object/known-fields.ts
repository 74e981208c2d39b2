import type { ObjectKind } from '../../model/object-node';
import { isForeignKind } from '../../model/workload-node';
import type { CapabilityName } from '../../values/capabilities';

/** A place in an object, "*" standing for every element of a list, and the fields that are known there. */
export interface KnownFields {
  readonly place: ReadonlyArray<string>;
  /** Empty where many others may stand. */
  readonly fields: ReadonlySet<string>;
  /** The fields that some versions do not have, and that no other check looks at. */
  readonly since?: Readonly<Record<string, CapabilityName>>;
}

/** The fields of an object that decide about its ports and endpoints, or `undefined` for kinds that are not known. */
export function knownFieldsOf(node: ObjectKind): readonly KnownFields[] | undefined {
  const known = KINDS[`${node.apiVersion} ${node.kind}`];
  if (known) return known;
  return CONTAINERS[isForeignKind(node) ? '' : node.kind];
}

// https://github.com/kubernetes/api/blob/master/core/v1/types.go, discovery/v1/types.go and discovery/v1beta1/types.go
const METADATA: KnownFields = {
  place: ['metadata'],
  fields: words(`annotations clusterName creationTimestamp deletionGracePeriodSeconds deletionTimestamp finalizers generateName generation labels
    managedFields name namespace ownerReferences resourceVersion selfLink uid`),
};

const SERVICE: readonly KnownFields[] = [
  { place: [], fields: words('apiVersion kind metadata spec status') },
  METADATA,
  {
    place: ['spec'],
    fields: words(`allocateLoadBalancerNodePorts clusterIP clusterIPs externalIPs externalName externalTrafficPolicy healthCheckNodePort
      internalTrafficPolicy ipFamilies ipFamily ipFamilyPolicy loadBalancerClass loadBalancerIP loadBalancerSourceRanges ports publishNotReadyAddresses
      selector sessionAffinity sessionAffinityConfig topologyKeys trafficDistribution type`),
    since: {
      allocateLoadBalancerNodePorts: 'allocateLoadBalancerNodePorts',
      clusterIPs: 'dual stack',
      internalTrafficPolicy: 'internalTrafficPolicy',
      ipFamilies: 'dual stack',
      ipFamilyPolicy: 'dual stack',
      loadBalancerClass: 'loadBalancerClass',
    },
  },
  { place: ['spec', 'ports', '*'], fields: words('appProtocol name nodePort port protocol targetPort'), since: { appProtocol: 'appProtocol' } },
  { place: ['spec', 'sessionAffinityConfig'], fields: words('clientIP') },
  { place: ['spec', 'sessionAffinityConfig', 'clientIP'], fields: words('timeoutSeconds') },
];

const ENDPOINTS: readonly KnownFields[] = [
  { place: [], fields: words('apiVersion kind metadata subsets') },
  METADATA,
  { place: ['subsets', '*'], fields: words('addresses notReadyAddresses ports') },
  { place: ['subsets', '*', 'addresses', '*'], fields: words('hostname ip nodeName targetRef') },
  { place: ['subsets', '*', 'notReadyAddresses', '*'], fields: words('hostname ip nodeName targetRef') },
  { place: ['subsets', '*', 'ports', '*'], fields: words('appProtocol name port protocol'), since: { appProtocol: 'appProtocol' } },
];

const SLICE: readonly KnownFields[] = [
  { place: [], fields: words('addressType apiVersion endpoints kind metadata ports') },
  METADATA,
  { place: ['endpoints', '*'], fields: words('addresses conditions deprecatedTopology hints hostname nodeName targetRef zone') },
  { place: ['endpoints', '*', 'conditions'], fields: words('ready serving terminating') },
  {
    place: ['endpoints', '*', 'hints'],
    fields: words('forNodes forZones'),
    since: { forNodes: 'endpoint hints.forNodes', forZones: 'endpoint hints.forZones' },
  },
  { place: ['ports', '*'], fields: words('appProtocol name port protocol') },
];

const OLD_SLICE: readonly KnownFields[] = [
  { place: [], fields: words('addressType apiVersion endpoints kind metadata ports') },
  METADATA,
  { place: ['endpoints', '*'], fields: words('addresses conditions hints hostname nodeName targetRef topology') },
  { place: ['ports', '*'], fields: words('appProtocol name port protocol') },
];

const KINDS: Readonly<Record<string, readonly KnownFields[] | undefined>> = {
  'v1 Service': SERVICE,
  'v1 Endpoints': ENDPOINTS,
  'discovery.k8s.io/v1 EndpointSlice': SLICE,
  'discovery.k8s.io/v1beta1 EndpointSlice': OLD_SLICE,
};

const CONTAINERS: Readonly<Record<string, readonly KnownFields[] | undefined>> = {
  Pod: containersIn('spec'),
  CronJob: containersIn('spec', 'jobTemplate', 'spec', 'template', 'spec'),
  ...Object.fromEntries(['DaemonSet', 'Deployment', 'Job', 'ReplicaSet', 'ReplicationController', 'StatefulSet'].map((kind) => [kind, containersIn('spec', 'template', 'spec')])),
};

function containersIn(...podSpec: string[]): KnownFields[] {
  const ports = ['containers', 'initContainers'].map((list) => ({ place: [...podSpec, list, '*', 'ports', '*'], fields: words('containerPort hostIP hostPort name protocol') }));
  return [...ports, { place: [...podSpec, 'initContainers', '*'], fields: new Set(), since: { restartPolicy: 'sidecar containers' } }];
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/));
}
