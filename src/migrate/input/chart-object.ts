import type { FieldPath } from '../../kube/field';
import type { KubeObject } from '../../kube/kube-object';

/** An object as the chart ingress-nginx 4.x renders it, as far as a migration looks at it, and the values behind its fields. */
export interface ChartObject {
  readonly object: KubeObject;
  /** The place in the values that decides a field. */
  readonly valuesPath: (path: FieldPath) => FieldPath;
}
