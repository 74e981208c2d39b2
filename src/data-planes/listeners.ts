import { DATA_PLANES } from './all';
import type { KubeObject } from '../kube/kube-object';
import type { Listener } from '../model/listener';
import { Rejection } from '../problems/rejection';

/** Every port on which a data plane among the objects listens. */
export function listenersIn(objects: readonly KubeObject[]): Listener[] {
  return DATA_PLANES.flatMap(({ entrances }) => {
    try {
      return entrances(objects).flatMap(({ name, forwards }) => forwards.map((forward) => ({ ...forward, dataPlane: name })));
    } catch (error) {
      // The data plane is not among the objects, or not in a form that can be read.
      if (error instanceof Rejection) return [];
      throw error;
    }
  });
}
