import type { KubeObject } from './kube-object';
import type { Origin } from './origin';

/** An object and where it was written. */
export interface SourcedObject {
  readonly object: KubeObject;
  readonly origin: Origin;
}

/** A document that is no Kubernetes object, and where it was written. */
export interface SourcedValue {
  readonly value: unknown;
  readonly origin: Origin;
}

/** A part of the input that is no Kubernetes object. */
export interface Unreadable {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly reason: string;
}
