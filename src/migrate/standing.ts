import type { FieldPath } from '../kube/field';
import { pathText } from '../kube/field';
import type { Origin } from '../kube/origin';

/** Where something stands in the input. */
export interface Standing {
  /** The object, or the file of Helm values: `ConfigMap ingress-nginx/tcp-services`, `values.yaml`. */
  readonly subject: string;
  /** The field: `data["9000"]`. */
  readonly at: string;
  readonly location?: Location;
}

/** A position in a file; both numbers count from 1. */
export interface Location {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export function standing(subject: string, path: FieldPath, { file, placeOf }: Origin): Standing {
  const place = file === undefined ? undefined : placeOf(path);
  return { subject, at: pathText(path) || 'metadata.name', ...file !== undefined && place && { location: { file, ...place } } };
}
