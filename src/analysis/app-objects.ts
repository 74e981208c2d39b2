import type { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { asRecord } from '../kube/field';
import type { KubeObject } from '../kube/kube-object';
import { listItems } from '../kube/list-items';
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
 * What ApiObjects will be when they are applied, whoever made them; the items of a `kind: List` stand in its place.
 *
 * @throws what cdk8s throws if one of them cannot be rendered
 */
export function appObjects(apiObjects: readonly ApiObject[]): AppObject[] {
  const render = rendererFor(apiObjects);
  const objects: AppObject[] = [];
  for (const apiObject of apiObjects) {
    const origin = new ConstructOrigin(apiObject);
    const version = KubernetesVersion.targetOf(apiObject);
    for (const object of listItems(render(apiObject))) {
      if (isObject(object)) objects.push({ object, origin, version });
    }
  }
  return objects;
}

type Renderer = (apiObject: ApiObject) => unknown;

/** Plain data is read as it stands, if an object shows that this version of cdk8s writes it so. */
function rendererFor(apiObjects: readonly ApiObject[]): Renderer {
  const sample = apiObjects.find((apiObject) => plainRendering(apiObject));
  return sample && keepsPlainData(sample) ? (apiObject) => plainRendering(apiObject) ?? rendered(apiObject) : rendered;
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

/** A JSON patch may have left anything. */
function isObject(json: unknown): json is KubeObject {
  const { apiVersion, kind } = asRecord(json);
  return typeof apiVersion === 'string' && typeof kind === 'string';
}
