import { listAt, recordAt, textAt, type FieldPath } from '../../kube/field';
import { isPlaceholder } from '../../kube/placeholder';
import { labelSelector, type LabelSelector } from '../../model/label-selector';
import type { Network } from '../../model/network';
import { isHelmHook, type ObjectNode } from '../../model/object-node';

/** A ServiceMonitor or PodMonitor: what Prometheus is to scrape. */
export interface MonitorNode {
  readonly node: ObjectNode;
  readonly selector: LabelSelector;
  /** The namespaces it looks into; `undefined` for all. */
  readonly namespaces?: readonly string[];
  readonly endpoints: readonly MonitoredPort[];
}

export interface MonitoredPort {
  readonly object: Readonly<Record<string, unknown>>;
  readonly path: FieldPath;
}

/** The monitors of a kind whose selectors are written down. */
export function monitorsOf(kind: 'ServiceMonitor' | 'PodMonitor', network: Network): MonitorNode[] {
  const list = kind === 'ServiceMonitor' ? 'endpoints' : 'podMetricsEndpoints';
  return network.ofKind('monitoring.coreos.com', kind).filter((node) => !isHelmHook(node)).map((node) => ({
    node,
    selector: labelSelector(recordAt(node.object, 'spec', 'selector')),
    namespaces: namespacesOf(node),
    endpoints: listAt(node.object, 'spec', list).map((_, index) => ({ object: recordAt(node.object, 'spec', list, index), path: ['spec', list, index] })),
  })).filter(({ selector, namespaces }) => selector.isKnown && !namespaces?.some(isPlaceholder));
}

/** `namespace shop`, `any namespace` */
export function namespacesText({ namespaces }: MonitorNode): string {
  return namespaces ? `namespace ${namespaces.join(' or ')}` : 'any namespace';
}

function namespacesOf({ object, namespace }: ObjectNode): readonly string[] | undefined {
  const selector = recordAt(object, 'spec', 'namespaceSelector');
  if (selector.any === true) return undefined;
  const names = listAt(selector, 'matchNames').filter((name) => typeof name === 'string');
  return names.length > 0 ? names : [namespace];
}

/** The name of a port to scrape, where one is written. */
export function portNameOf({ object }: MonitoredPort): string | undefined {
  const name = textAt(object, 'port');
  return name && !isPlaceholder(name) ? name : undefined;
}
