import { ApiObject, ApiObjectMetadataDefinition, App, ImplicitTokenResolver, LazyResolver, NumberStringUnionResolver } from 'cdk8s';
import { fieldAt, recordAt } from './field';
import type { KubeObject } from './kube-object';

/**
 * An object as cdk8s is going to write it, if all that makes it up is plain data: no token, no JSON patch, no rendering of its
 * own. `undefined` where only cdk8s can tell.
 *
 * cdk8s asks each of its resolvers about every value, which takes longer than all checks together.
 *
 * @see https://github.com/cdk8s-team/cdk8s-core/blob/2.x/src/api-object.ts
 */
export function plainRendering(apiObject: ApiObject): KubeObject | undefined {
  if (!isRenderedByCdk8s(apiObject)) return undefined;
  const { apiVersion, kind } = apiObject;
  const metadata = plainMetadata(apiObject.metadata);
  const others = plainMap(recordAt(apiObject, 'props'), false, WRITTEN_FIRST);
  return metadata === NOT_PLAIN || others === NOT_PLAIN ? undefined : { apiVersion, kind, metadata, ...others } as KubeObject;
}

/** Whether an app leaves plain data as it is: it has the resolvers of cdk8s alone, and its maps are sorted. */
export function keepsPlainData(app: unknown): boolean {
  const resolvers = fieldAt(app, 'resolvers');
  return app instanceof App && !process.env.CDK8S_DISABLE_SORT
    && Array.isArray(resolvers) && resolvers.every(({ constructor }) => RESOLVERS.includes(constructor));
}

const RESOLVERS: readonly unknown[] = [LazyResolver, ImplicitTokenResolver, NumberStringUnionResolver];
const WRITTEN_FIRST: ReadonlySet<string> = new Set(['apiVersion', 'kind', 'metadata']);
const NOT_PLAIN = Symbol('not plain');

type Plain<T> = T | undefined | typeof NOT_PLAIN;

function isRenderedByCdk8s(apiObject: ApiObject): boolean {
  const { toJson, metadata } = apiObject;
  const patches = fieldAt(apiObject, 'patches');
  return toJson === ApiObject.prototype.toJson && metadata.toJson === ApiObjectMetadataDefinition.prototype.toJson
    && Array.isArray(patches) && patches.length === 0;
}

/** What stands in the fields of the metadata replaces what it was made with. */
function plainMetadata(metadata: ApiObjectMetadataDefinition): Plain<Record<string, unknown>> {
  const { name, namespace, annotations, finalizers, ownerReferences, labels } = metadata as unknown as Record<string, unknown>;
  const fields = { annotations, finalizers, labels, name, namespace, ownerReferences };
  const madeWith = recordAt(metadata, '_additionalAttributes');
  const hasMore = Object.keys(madeWith).some((key) => !Object.hasOwn(fields, key));
  return plainMap(hasMore ? { ...madeWith, ...fields } : fields, true);
}

function plainValue(value: unknown, omitsEmpty: boolean): Plain<unknown> {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (value === undefined || value === null) return undefined;
  if (Array.isArray(value)) return plainList(value, omitsEmpty);
  return Object.getPrototypeOf(value) === Object.prototype ? plainMap(value as Record<string, unknown>, omitsEmpty) : NOT_PLAIN;
}

function plainList(values: readonly unknown[], omitsEmpty: boolean): Plain<unknown[]> {
  if (omitsEmpty && values.length === 0) return undefined;
  const list = values.map((value) => plainValue(value, omitsEmpty));
  return list.includes(NOT_PLAIN) ? NOT_PLAIN : list;
}

/** Its keys sorted, those without a value left out. */
function plainMap(values: Readonly<Record<string, unknown>>, omitsEmpty: boolean, left?: ReadonlySet<string>): Plain<Record<string, unknown>> {
  const map: Record<string, unknown> = {};
  let isEmpty = true;
  for (const key of sortedKeys(values)) {
    if (left?.has(key)) continue;
    const value = UNSAFE_KEYS.has(key) ? NOT_PLAIN : plainValue(values[key], omitsEmpty);
    if (value === NOT_PLAIN) return NOT_PLAIN;
    if (value === undefined) continue;
    map[key] = value;
    isEmpty = false;
  }
  return omitsEmpty && isEmpty ? undefined : map;
}

function sortedKeys(values: object): string[] {
  const keys = Object.keys(values);
  const isSorted = keys.every((key, index) => index === 0 || keys[index - 1] <= key);
  return isSorted ? keys : keys.sort();
}

/** What cdk8s reads as something else than data. */
const UNSAFE_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'resolve']);
