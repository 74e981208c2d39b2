import { isDeepStrictEqual } from 'util';
import { ApiObject, ApiObjectMetadataDefinition, App, ImplicitTokenResolver, LazyResolver, NumberStringUnionResolver, type ApiObjectProps } from 'cdk8s';
import type { Construct } from 'constructs';
import { fieldAt, recordAt } from './field';
import type { KubeObject } from './kube-object';
import { NOT_PLAIN, plainFilledMap, plainMap, sortedCopy, type Plain, type Values } from './plain-data';

/**
 * An ApiObject that is written as it stands if all that makes it up is plain data: no token, no class, no JSON patch. Others are
 * rendered by cdk8s.
 *
 * cdk8s asks each of its resolvers about every value, which takes longer than all checks together.
 *
 * @see https://github.com/cdk8s-team/cdk8s-core/blob/2.x/src/api-object.ts
 */
export class PlainApiObject extends ApiObject {
  /** The fields of any object beside its kind and its metadata. */
  static contentOf(apiObject: ApiObject): Plain<Values> {
    const known = #content in apiObject ? apiObject.#content : undefined;
    return known ?? plainMap(contentOf(recordAt(apiObject, 'props')));
  }

  /** Of an object that was made of plain data alone. */
  readonly #content?: Values;

  public constructor(scope: Construct, id: string, props: ApiObjectProps) {
    const plain = plainMap(props);
    super(scope, id, plain === NOT_PLAIN ? props : plain as unknown as ApiObjectProps);
    if (plain !== NOT_PLAIN) this.#content = contentOf(plain);
  }

  public toJson(): unknown {
    const plain = process.env.CDK8S_DISABLE_SORT || !keepsPlainData(this) ? undefined : plainRendering(this);
    if (!plain) return super.toJson();
    const { apiVersion, kind, metadata, ...content } = plain;
    return { apiVersion, kind, metadata: sortedCopy(metadata), ...sortedCopy(content) };
  }
}

/**
 * The data that cdk8s is going to write of an object, if all that makes it up is plain; `undefined` where only cdk8s can tell. Its
 * maps and lists are those that the object was made of.
 */
export function plainRendering(apiObject: ApiObject): KubeObject | undefined {
  if (!isRenderedByCdk8s(apiObject)) return undefined;
  const { apiVersion, kind } = apiObject;
  const metadata = plainMetadata(apiObject.metadata);
  const content = PlainApiObject.contentOf(apiObject);
  return metadata === NOT_PLAIN || content === NOT_PLAIN ? undefined : { apiVersion, kind, metadata, ...content } as unknown as KubeObject;
}

/** Whether the app of an object writes plain data as it is: it has the resolvers of cdk8s alone, and its first plain object shows it. */
export function keepsPlainData(apiObject: ApiObject): boolean {
  const app = App.of(apiObject);
  const known = keeping.get(app);
  if (known !== undefined) return known;
  const plain = plainRendering(apiObject);
  if (!plain) return false;
  const keeps = isResolvedByCdk8s(app) && isDeepStrictEqual(plain, ApiObject.prototype.toJson.call(apiObject));
  keeping.set(app, keeps);
  return keeps;
}

const keeping = new WeakMap<App, boolean>();

function isResolvedByCdk8s(app: App): boolean {
  const resolvers = fieldAt(app, 'resolvers');
  return app instanceof App && Array.isArray(resolvers) && resolvers.every(({ constructor }) => RESOLVERS.includes(constructor));
}

const RESOLVERS: readonly unknown[] = [LazyResolver, ImplicitTokenResolver, NumberStringUnionResolver];

function isRenderedByCdk8s(apiObject: ApiObject): boolean {
  const { toJson, metadata, patches } = apiObject as unknown as Readonly<Record<string, unknown>>;
  return (toJson === PlainApiObject.prototype.toJson || toJson === ApiObject.prototype.toJson)
    && (metadata as ApiObjectMetadataDefinition).toJson === ApiObjectMetadataDefinition.prototype.toJson
    && Array.isArray(patches) && patches.length === 0;
}

function contentOf({ apiVersion: _, kind: __, metadata: ___, ...content }: Values): Values {
  return content;
}

/** What stands in the fields of the metadata replaces what it was made with. */
function plainMetadata(metadata: ApiObjectMetadataDefinition): Plain<Values | undefined> {
  const { name, namespace, annotations, finalizers, ownerReferences, labels } = metadata as unknown as Values;
  const fields = { annotations, finalizers, labels, name, namespace, ownerReferences };
  const madeWith = recordAt(metadata, '_additionalAttributes');
  return plainFilledMap(hasOthers(madeWith, fields) ? { ...madeWith, ...fields } : fields);
}

function hasOthers(values: Values, fields: Values): boolean {
  for (const key in values) if (!Object.hasOwn(fields, key)) return true;
  return false;
}
