import type { ApiObject } from 'cdk8s';
import { recordAt } from './field';

/**
 * An object as cdk8s is going to write it, without a trace that it was looked at.
 *
 * cdk8s-plus adds the terms by which a workload spreads each time it renders it, so that its manifest would have them twice.
 *
 * @see https://github.com/cdk8s-team/cdk8s-plus/blob/k8s-27/main/src/workload.ts
 * @throws what cdk8s throws where the object cannot be rendered
 */
export function rendered(apiObject: ApiObject): unknown {
  const lists = Object.values(recordAt(apiObject.node.scope, 'scheduling')).filter((value): value is unknown[] => Array.isArray(value));
  const lengths = lists.map(({ length }) => length);
  try {
    return apiObject.toJson();
  } finally {
    lists.forEach((list, index) => list.length = lengths[index]);
  }
}
