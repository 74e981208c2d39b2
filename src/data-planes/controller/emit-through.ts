import { streamProtocols } from './controller';
import { controllerFaults } from './controller-faults';
import type { ControllerType } from './controller-type';
import { fieldChanges, newConfigMap, newData, type FieldChange } from './field-changes';
import { findController } from './find-controller';
import { configMapOf, findConfigMap } from './stream-config-map';
import type { KubeObject } from '../../kube/kube-object';
import type { Forward } from '../../model/forward';
import { reject } from '../../problems/rejection';

/** The manifests of a controller with the forwards written into them; all that the forwards do not need stays as it is. */
export function emitThrough(type: ControllerType, objects: readonly KubeObject[], forwards: readonly Forward[]): KubeObject[] {
  if (forwards.length === 0) return [...objects];
  const controller = findController(type, objects);
  controllerFaults(controller).forEach(reject);
  const inUse = streamProtocols(type).filter((protocol) => forwards.some((forward) => forward.protocol === protocol));
  const changes = fieldChanges(controller, objects).filter(({ protocol }) => protocol === undefined || inUse.includes(protocol));
  const missing = inUse.filter((protocol) => !findConfigMap(objects, configMapOf(controller, protocol)));
  return [
    ...objects.map((object) => changed(object, changes.filter((change) => change.object === object), forwards)),
    ...missing.map((protocol) => newConfigMap(protocol, controller, newData(protocol, controller, forwards))),
  ];
}

function changed(object: KubeObject, changes: readonly FieldChange[], forwards: readonly Forward[]): KubeObject {
  return changes.reduce((result, { path, value }) => replaced(result, path.split('/').slice(1), value(forwards)), object);
}

function replaced<T>(target: T, [key, ...rest]: string[], value: unknown): T {
  if (key === undefined) return value as T;
  const copy = (Array.isArray(target) ? [...target] : { ...target }) as Record<string, unknown>;
  copy[key] = replaced(copy[key], rest, value);
  return copy as T;
}
