import type { Forward } from '../../model/forward';

/** A Gateway or ListenerSet, and one of its listeners. */
export interface ListenerReference {
  readonly kind: 'Gateway' | 'ListenerSet';
  readonly namespace: string;
  readonly name: string;
  readonly sectionName: string;
}

/** A forward, and the listener that its route attaches to. */
export interface PlacedForward {
  readonly forward: Forward;
  readonly listener: ListenerReference;
}
