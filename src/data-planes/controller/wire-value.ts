import type { ApiObject } from 'cdk8s';

/**
 * The value of a patch as an ApiObject passes it on.
 *
 * The classes that `cdk8s import` generates render their fields once more after the patches are applied, and look for the
 * target port of a Service under `value`; other fields pass as they are.
 *
 * @see https://cdk8s.io/docs/latest/cli/import/
 */
export function wireValue(apiObject: ApiObject, value: unknown): unknown {
  const isGenerated = 'GVK' in apiObject.constructor;
  return isGenerated && Array.isArray(value) ? value.map(wrapped) : value;
}

function wrapped(item: unknown): unknown {
  const isServicePort = typeof item === 'object' && item !== null && 'targetPort' in item;
  return isServicePort ? { ...item, targetPort: { value: item.targetPort } } : item;
}
