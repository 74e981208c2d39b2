import type { ServiceNode } from './service-node';
import type { WorkloadNode } from './workload-node';
import { asRecord, recordAt } from '../kube/field';
import { isPlaceholder } from '../kube/placeholder';

/** Whether a selector can be read: every value is text, and none is filled in later. */
export function isSelectorKnown({ object }: ServiceNode): boolean {
  return areKnown(asRecord(asRecord(object.spec).selector));
}

/** Whether the labels of a workload's Pods can be read. */
export function arePodLabelsKnown({ object, podSpecPath }: WorkloadNode): boolean {
  return areKnown(recordAt(object, ...podSpecPath.slice(0, -1), 'metadata', 'labels'));
}

/** `app: shop, component: db` */
export function labelsText(labels: Readonly<Record<string, string>>): string {
  return Object.entries(labels).map(([key, value]) => `${key}: ${quotedIfNeeded(value)}`).join(', ');
}

// What YAML would read as a number, a boolean or nothing.
function quotedIfNeeded(value: string): string {
  return /^[A-Za-z]/.test(value) && !/^(y|n|yes|no|on|off|true|false|null)$/i.test(value) ? value : JSON.stringify(value);
}

function areKnown(labels: Readonly<Record<string, unknown>>): boolean {
  for (const key in labels) {
    const value = labels[key];
    if (typeof value !== 'string' || isPlaceholder(value) || isPlaceholder(key)) return false;
  }
  return true;
}
