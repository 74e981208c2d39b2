import type { Controller } from '../../data-planes/controller/controller-type';
import type { StreamProtocol } from '../../data-planes/controller/stream-grammar';
import type { FieldPath } from '../../kube/field';
import type { KubeObject } from '../../kube/kube-object';
import type { LossFault } from '../loss';
import type { Standing } from '../standing';

/** One ingress-nginx, as far as the input says it. */
export interface Installation {
  /** As messages call it: `the controller ingress-nginx/ingress-nginx-controller`. */
  readonly title: string;
  /** What users may call it, the shortest first. */
  readonly names: readonly string[];
  /** Where it stands as a whole. */
  readonly standing: Standing;
  /** Everything that might be published: the entries of its ConfigMaps, in the order of the input. */
  readonly entries: readonly InputEntry[];
  /** The controller itself; absent where the input holds ConfigMaps alone. */
  readonly controller?: Controller;
  /** Where a field of one of its objects stands. */
  readonly standingOf: (object: KubeObject, path: FieldPath) => Standing;
  /** The ConfigMaps of the input that it reads. */
  readonly reads: readonly KubeObject[];
  /** What was noticed while it was looked for. */
  readonly losses: ReadonlyArray<LossFault & Standing>;
}

/** An entry of a ConfigMap, or of Helm values. */
export interface InputEntry extends Standing {
  readonly protocol: StreamProtocol;
  readonly key: string;
  /** As it stands there: not always text. */
  readonly value: unknown;
  /** Why the controller never reads it, where that follows from the place in which it stands. */
  readonly unread?: LossFault;
}
