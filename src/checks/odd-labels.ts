import { asRecord, fieldIn, type FieldPath } from '../kube/field';
import type { ObjectNode } from '../model/object-node';
import { oncePerNetwork } from '../model/once-per-network';
import { isServiceNode } from '../model/service-node';
import { isWorkloadNode } from '../model/workload-node';
import { isLabelValue, isQualifiedName } from '../values/label';

/** The objects with a label, in their metadata, in their selector or in that of their Pods, that is not plainly right. */
export const oddlyLabelled = oncePerNetwork(({ objects }): ReadonlySet<ObjectNode> => {
  const usableKeys = new Set<string>();
  return new Set(objects.filter((node) => !placesOf(node).every((path) => areUsable(asRecord(fieldIn(node.object, path)), usableKeys))));
});

/** The places of labels in an object. */
export function labelPlaces(node: ObjectNode): readonly FieldPath[] {
  if (isServiceNode(node)) return IN_SERVICE;
  if (!isWorkloadNode(node) || node.podSpecPath.length < 2) return IN_ANY;
  return [...IN_ANY, [...node.podSpecPath.slice(0, -1), 'metadata', 'labels'], ['spec', 'selector', 'matchLabels']];
}

const IN_ANY: readonly FieldPath[] = [['metadata', 'labels']];
const IN_SERVICE: readonly FieldPath[] = [...IN_ANY, ['spec', 'selector']];

/** The selector of a ReplicationController is a map as that of a Service is. */
function placesOf(node: ObjectNode): readonly FieldPath[] {
  return node.kind === 'ReplicationController' ? [...labelPlaces(node), ['spec', 'selector']] : labelPlaces(node);
}

/** Few keys make up the labels of many objects. */
function areUsable(labels: Readonly<Record<string, unknown>>, usableKeys: Set<string>): boolean {
  for (const key in labels) {
    if (!usableKeys.has(key) && !isQualifiedName(key)) return false;
    usableKeys.add(key);
    if (!isLabelValue(labels[key])) return false;
  }
  return true;
}
