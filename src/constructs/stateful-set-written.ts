import type { AbstractPodProps, Container, ContainerProps, k8s } from 'cdk8s-plus-27';

/** What the API server fills in itself; older ones refuse some of these fields under strict validation. */
const SET_DEFAULTS = { minReadySeconds: 0, podManagementPolicy: 'OrderedReady' };
const POD_DEFAULTS = {
  restartPolicy: 'Always', dnsPolicy: 'ClusterFirst', hostNetwork: false, setHostnameAsFqdn: false, terminationGracePeriodSeconds: 30,
};

/**
 * The Pod as it was asked for, without what cdk8s-plus adds of its own.
 *
 * Among that are limits that images exceed, a user and a read-only file system with which many never start, and probes.
 */
export function podAsWritten(spec: k8s.PodSpec, typed: AbstractPodProps, containers: PodContainers): k8s.PodSpec {
  return {
    ...withoutDefaults(spec, POD_DEFAULTS),
    securityContext: typed.securityContext && spec.securityContext,
    automountServiceAccountToken: typed.automountServiceAccountToken,
    containers: spec.containers.map((container, index) => containerAsWritten(container, containers.main[index])),
    initContainers: spec.initContainers?.map((container, index) => containerAsWritten(container, containers.init[index])),
  };
}

/** The containers in the order of the spec. */
export interface PodContainers {
  readonly main: readonly Container[];
  readonly init: readonly Container[];
}

/** The set as it was asked for: the strategy cannot be asked for, and replicas that nobody named are an autoscaler's. */
export function setAsWritten(spec: k8s.StatefulSetSpec, typedReplicas: number | undefined): k8s.StatefulSetSpec {
  return { ...withoutDefaults(spec, SET_DEFAULTS), updateStrategy: undefined, replicas: typedReplicas === undefined ? undefined : spec.replicas };
}

const typedContainers = new WeakMap<Container, ContainerProps>();

/**
 * The properties of a container as cdk8s-plus may have them: without its limits for those who name none, and copied.
 *
 * cdk8s-plus adds later mounts and variables to the very objects that it was given, which several sets may share.
 */
export function unsharedAndUnlimited(props: ContainerProps): ContainerProps {
  const { resources = {}, volumeMounts = [], envVariables = {}, envFrom = [] } = props;
  return { ...props, resources, volumeMounts: [...volumeMounts], envVariables: { ...envVariables }, envFrom: [...envFrom] };
}

/** Notes what was typed for a container: cdk8s-plus keeps its own defaults in the same fields. */
export function noteTyped(container: Container, props: ContainerProps): Container {
  typedContainers.set(container, props);
  return container;
}

function containerAsWritten(spec: k8s.Container, container: Container): k8s.Container {
  const typed = typedContainers.get(container);
  if (!typed) return spec;
  return {
    ...spec,
    imagePullPolicy: typed.imagePullPolicy,
    securityContext: typed.securityContext && spec.securityContext,
    startupProbe: typed.startup && spec.startupProbe,
  };
}

function withoutDefaults<T extends object>(spec: T, defaults: Readonly<Record<string, unknown>>): T {
  return Object.fromEntries(Object.entries(spec).filter(([field, value]) => value !== defaults[field])) as T;
}
