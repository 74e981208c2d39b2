import { ApiObject, JsonPatch, type ApiObjectProps } from 'cdk8s';
import { Construct, type IConstruct } from 'constructs';
import { isClusterScoped } from '../../kube/cluster-scoped';
import type { KubeObject } from '../../kube/kube-object';
import { rendered } from '../../kube/rendered';
import { WORKLOAD_KINDS } from '../../kube/workload';
import { freeName } from '../../values/free-name';

/** The objects of a controller, and how to change them. */
export interface ControllerSource {
  /** The objects that this app applies. */
  readonly apiObjects: readonly ApiObject[];
  /** Objects that someone else applies. */
  readonly described: readonly KubeObject[];
}

/** An object, and the construct that makes it if this app applies it. */
export type SourceObjects = ReadonlyMap<KubeObject, ApiObject | undefined>;

/** Adds the objects of a manifest to the app, in their order. */
export function made(scope: Construct, objects: readonly KubeObject[]): ControllerSource {
  const controller = new Construct(scope, 'Controller');
  return { apiObjects: objects.map((object) => madeObject(controller, object)), described: [] };
}

/** Takes the objects that an app already has. */
export function apiObjectsIn(scope: IConstruct | undefined): ControllerSource {
  return { apiObjects: (scope?.node.findAll() ?? []).filter((construct) => ApiObject.isApiObject(construct)), described: [] };
}

/** The objects as they are at this moment, as far as a controller consists of them. */
export function readSource({ apiObjects, described }: ControllerSource): SourceObjects {
  const relevant = apiObjects.filter(({ kind }) => RELEVANT_KINDS.has(kind) || WORKLOAD_KINDS.has(kind));
  return new Map([
    ...relevant.flatMap((apiObject) => jsonOf(apiObject).map((json) => [json, apiObject] as const)),
    ...described.map((object) => [object, undefined] as const),
  ]);
}

const RELEVANT_KINDS: ReadonlySet<string> = new Set(['Service', 'ConfigMap', 'NetworkPolicy']);

/** Nothing for an object that is not complete yet, such as a Service of cdk8s-plus that still waits for its ports. */
function jsonOf(apiObject: ApiObject): KubeObject[] {
  try {
    return [rendered(apiObject) as KubeObject];
  } catch {
    return [];
  }
}

function madeObject(controller: Construct, object: KubeObject): ApiObject {
  const apiObject = new ApiObject(controller, freeId(controller, object), object as ApiObjectProps);
  // cdk8s gives every object that names none the namespace of its chart.
  if (isClusterScoped(object) && object.metadata.namespace === undefined) apiObject.addJsonPatch(JsonPatch.remove('/metadata/namespace'));
  return apiObject;
}

function freeId(scope: Construct, { kind, metadata }: KubeObject): string {
  const id = [metadata.name ?? metadata.generateName, kind.toLowerCase(), metadata.namespace].filter(Boolean).join('-');
  return freeName(id, (candidate) => scope.node.tryFindChild(candidate) !== undefined);
}
