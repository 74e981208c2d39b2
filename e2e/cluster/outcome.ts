import type { Answer } from './api-client';
import type { KubeObject } from '../../src/kube/kube-object';

/** What the API server made of an object. */
export interface Outcome {
  readonly accepted: boolean;
  /** The HTTP status. */
  readonly status: number;
  /** `Invalid`, `BadRequest`, ...; empty where it was accepted. */
  readonly reason: string;
  /** Why it was refused; empty where it was accepted. */
  readonly message: string;
  readonly warnings: readonly string[];
  /** The object as the API server stored it, or would have. */
  readonly object?: StoredObject;
}

/** An object as the API server returns it. */
export interface StoredObject extends KubeObject {
  readonly metadata: KubeObject['metadata'] & { readonly uid?: string; readonly resourceVersion?: string };
  readonly [field: string]: any;
}

export function outcomeOf({ status, body, warnings }: Answer): Outcome {
  if (status < 300) return { accepted: true, status, reason: '', message: '', warnings, object: body };
  return { accepted: false, status, reason: body.reason ?? '', message: body.message ?? JSON.stringify(body), warnings };
}

/** What the API server says to a kind that it does not have. */
export function unknownKind({ apiVersion, kind }: KubeObject): Outcome {
  return { accepted: false, status: 404, reason: 'NotFound', message: `no matches for kind "${kind}" in version "${apiVersion}"`, warnings: [] };
}
