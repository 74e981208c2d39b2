import { DATA_PLANES } from './all';
import { gatewayApi } from './gateway-api/adapter';
import type { KubeObject } from '../kube/kube-object';
import type { DataPlaneForward } from '../model/data-plane-forward';
import { Rejection } from '../problems/rejection';

/** Every port on which a controller among the objects listens; the listeners of Gateways are objects of their own. */
export function listenersIn(objects: readonly KubeObject[]): DataPlaneForward[] {
  return DATA_PLANES.filter((dataPlane) => dataPlane !== gatewayApi).flatMap(({ name, read }) => {
    try {
      return read(objects).map((forward) => ({ ...forward, dataPlane: name }));
    } catch (error) {
      // The controller is not in a form that can be read.
      if (error instanceof Rejection) return [];
      throw error;
    }
  });
}
