import { textsAt, type FieldPath } from '../../kube/field';
import { isPlaceholder } from '../../kube/placeholder';
import type { Network } from '../../model/network';
import { isHelmHook, nodeText } from '../../model/object-node';
import { oncePerNetwork } from '../../model/once-per-network';
import type { ServiceNode, ServicePortNode } from '../../model/service-node';
import { isForeignKind, type WorkloadNode } from '../../model/workload-node';
import { Protocol } from '../../values/protocol';
import { arePortsKnown } from '../declared-ports';

/** A port of a Service and the workloads whose Pods it leads to. */
export interface ServiceTarget {
  readonly service: ServiceNode;
  readonly port: ServicePortNode;
  /** The field that says where the port leads. */
  readonly path: FieldPath;
  readonly workloads: readonly WorkloadNode[];
}

/** Where the ports of Services lead, as far as servers among the objects receive them. */
export const serviceTargets = oncePerNetwork((network) => [...targetsIn(network)]);

function* targetsIn(network: Network): Iterable<ServiceTarget> {
  for (const service of network.services) {
    if (service.type === 'ExternalName' || isHelmHook(service)) continue;
    const workloads = network.workloadsBehind(service).filter((workload) => !isHelmHook(workload));
    if (workloads.every(({ isShortLived }) => isShortLived)) continue;
    for (const port of service.ports.filter(isReadable)) yield { service, port, path: targetPath(port), workloads };
  }
}

/** What keeps the ports of the Pods from being known, or `undefined`. */
export function doubtAbout({ service, port, workloads }: ServiceTarget, { circumstances }: Network): string | undefined {
  if (INJECTED_PORTS.has(`${port.targetPort}`)) return 'it belongs to a container that a service mesh adds when Pods are made';
  const foreign = workloads.find(isForeignKind);
  if (foreign) return `${nodeText(foreign)} is of a kind whose controller may give its Pods more ports`;
  const unread = workloads.find((workload) => !arePortsKnown(workload));
  if (unread) return `the ports of ${nodeText(unread)} are filled in later`;
  const injected = workloads.find((workload) => injections(workload).some((key) => !KNOWN_INJECTION.test(key)));
  if (injected) return `a container with ports of its own is added to the Pods of ${nodeText(injected)} when they are made`;
  return circumstances.unreadable.length > 0 ? `some of the input could not be read, so ${nodeText(service)} may select more Pods` : undefined;
}

/** `Deployment shop/orders`, or several of them joined. */
export function named(workloads: readonly WorkloadNode[], word: 'and' | 'or' = 'and'): string {
  return workloads.map(nodeText).join(` ${word} `);
}

/** `port 5432`, with the protocol where it is not TCP. */
export function listening({ port, protocol }: ServicePortNode): string {
  return `port ${port ?? '?'}${protocol === 'TCP' ? '' : `/${protocol}`}`;
}

function isReadable({ targetPort, protocol }: ServicePortNode): boolean {
  return targetPort !== undefined && !isPlaceholder(targetPort) && Object.hasOwn(Protocol, protocol);
}

function targetPath({ index, isTargetPortGiven }: ServicePortNode): FieldPath {
  return ['spec', 'ports', index, isTargetPortGiven ? 'targetPort' : 'port'];
}

/** Whether a webhook adds containers to the Pods: a mesh, an agent. */
export function isInjected(workload: WorkloadNode): boolean {
  return injections(workload).length > 0;
}

/** The names of ports that Istio, Linkerd and Dapr add to Pods, also where only the namespace asks for it. */
const INJECTED_PORTS = new Set(['http-envoy-prom', 'linkerd-admin', 'linkerd-proxy', 'dapr-http', 'dapr-grpc', 'dapr-internal', 'dapr-metrics']);

/** Those that add no other ports than these. */
const KNOWN_INJECTION = /^(sidecar\.istio\.io|linkerd\.io|dapr\.io|vault\.hashicorp\.com)\//;

// `sidecar.istio.io/inject`, `vault.hashicorp.com/agent-inject`, `sidecar.opentelemetry.io/inject`, `dapr.io/enabled` and their like.
function injections(workload: WorkloadNode): readonly string[] {
  const keys = knownInjections.get(workload) ?? injectionsOf(workload);
  knownInjections.set(workload, keys);
  return keys;
}

/** They are asked for each port. */
const knownInjections = new WeakMap<WorkloadNode, readonly string[]>();

function injectionsOf(workload: WorkloadNode): string[] {
  const annotations = textsAt(workload.object, ...workload.podSpecPath.slice(0, -1), 'metadata', 'annotations');
  return Object.entries({ ...workload.podLabels, ...annotations })
    .filter(([key, value]) => /\/(.*-)?inject(ed|-.*)?$|^dapr\.io\/enabled$/.test(key) && !/^(false|disabled|no|off)$/i.test(value)).map(([key]) => key);
}
