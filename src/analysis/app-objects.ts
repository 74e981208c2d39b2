import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { fieldAt, listAt, textAt } from '../kube/field';
import type { KubeObject } from '../kube/kube-object';
import type { Origin } from '../kube/origin';
import { plainRendering, keepsPlainData } from '../kube/plain-rendering';
import { rendered } from '../kube/rendered';
import type { SourcedObject } from '../kube/sourced-object';
import { KubernetesVersion } from '../values/kubernetes-version';

/** An object of an app, and the version that it is for. */
export interface AppObject extends SourcedObject {
  readonly version: KubernetesVersion;
}

/**
 * Every object of a tree as it will be applied, whoever made it; the items of a `kind: List` stand in its place.
 *
 * @throws what cdk8s throws if one of them cannot be rendered
 */
export function appObjects(root: IConstruct, constructs: readonly IConstruct[] = root.node.findAll()): AppObject[] {
  const apiObjects = constructs.filter((construct) => ApiObject.isApiObject(construct));
  const render = rendererFor(root, apiObjects);
  return apiObjects.flatMap((apiObject) => objectsOf(apiObject, render(apiObject)));
}

type Renderer = (apiObject: ApiObject) => unknown;

/** Plain data is read as it stands, if one object shows that this version of cdk8s writes it so. */
function rendererFor(root: IConstruct, apiObjects: readonly ApiObject[]): Renderer {
  const sample = keepsPlainData(root) ? apiObjects.find((apiObject) => plainRendering(apiObject)) : undefined;
  const isFaithful = sample && JSON.stringify(plainRendering(sample)) === JSON.stringify(rendered(sample));
  return isFaithful ? (apiObject) => plainRendering(apiObject) ?? rendered(apiObject) : rendered;
}

function objectsOf(apiObject: ApiObject, json: unknown): AppObject[] {
  const origin = new ConstructOrigin(apiObject);
  const version = KubernetesVersion.targetOf(apiObject);
  return (isList(json) ? listAt(json, 'items') : [json]).filter(isObject).map((object) => ({ object, origin, version }));
}

/** Few objects are asked for their path. */
class ConstructOrigin implements Origin {
  readonly placeOf = nowhere;

  constructor(private readonly construct: IConstruct) {}

  get constructPath(): string {
    return this.construct.node.path;
  }
}

function nowhere(): undefined {
  return undefined;
}

function isList(json: unknown): boolean {
  return (textAt(json, 'kind') ?? '').endsWith('List') && Array.isArray(fieldAt(json, 'items'));
}

/** A JSON patch may have left anything. */
function isObject(json: unknown): json is KubeObject {
  return textAt(json, 'apiVersion') !== undefined && textAt(json, 'kind') !== undefined;
}
