import type { Construct, IConstruct } from 'constructs';
import type { ControllerOptions } from './controller-options';
import { apiObjectsIn, made, type ControllerSource } from './controller-source';
import { parseManifest } from '../../kube/manifest';
import { readManifestSource } from '../../kube/manifest-source';
import { reject } from '../../problems/rejection';
import type { Inspection } from '../../service-spec/inspection';
import { isNot } from '../../values/shown';

/** Finds the objects of a controller, or makes them below a scope. */
export type LoadSource = (scope: Construct, inspection: Inspection) => ControllerSource;

/** Where a controller comes from. */
export interface ControllerOrigin {
  readonly _load: LoadSource;
  readonly _options: ControllerOptions;
}

/** The objects of a manifest, which are added to the app. */
export function manifestObjects(pathOrUrl: string): LoadSource {
  return (scope) => made(scope, parseManifest(readManifestSource(pathOrUrl), pathOrUrl));
}

/**
 * Objects that are already in the app.
 *
 * @param className the class that is asked for them, for the message
 */
export function presentObjects(holder: IConstruct, className: string): LoadSource {
  return (_scope, { problems }) => apiObjectsIn(problems.parse('objects(scope)', (scope) => parseScope(scope, className), holder));
}

function parseScope(scope: IConstruct, className: string): IConstruct {
  if (typeof scope?.node?.findAll === 'function') return scope;
  return reject({
    fact: isNot(scope, 'a construct'),
    why: 'the objects of the controller are looked for below it',
    fix: `give the construct that holds them, for example the Include: ${className}.objects(include)`,
    see: 'https://cdk8s.io/docs/latest/basics/include/',
  });
}
