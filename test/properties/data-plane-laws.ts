import * as fc from 'fast-check';
import type { DataPlaneAdapter } from '../../src/data-planes/adapter';
import type { KubeObject } from '../../src/kube/kube-object';
import { inListenOrder, type Forward } from '../../src/model/forward';
import { Protocol } from '../../src/values/protocol';

/** What the laws of a data plane are tried with. */
export interface Trial {
  /** The manifests to start from. */
  readonly manifests: readonly (readonly KubeObject[])[];
  /** Forwards that the data plane can do, and that do not get in each other's way. */
  readonly forwards: fc.Arbitrary<Forward[]>;
  /** The manifest to break in every place. */
  readonly smallest: readonly KubeObject[];
}

/** The laws of every data plane. */
export function obeysTheLaws({ emit: write, read }: DataPlaneAdapter, { manifests, forwards, smallest }: Trial): void {
  const manifest = fc.constantFrom(...manifests.map(deepFrozen));

  test('reads back what it writes, and leaves the manifest as it was', () => {
    fc.assert(fc.property(manifest, forwards, (objects, wanted) => {
      expect(read(write(objects, deepFrozen(wanted)))).toEqual(inListenOrder(wanted));
    }));
  });

  test('writes the same when it writes twice', () => {
    fc.assert(fc.property(manifest, forwards, (objects, wanted) => {
      const once = write(objects, wanted);
      expect(write(once, wanted)).toEqual(once);
    }));
  });

  test('writes the same in whatever order the forwards come', () => {
    fc.assert(fc.property(manifest, forwards, (objects, wanted) => {
      expect(JSON.stringify(write(objects, [...wanted].reverse()))).toBe(JSON.stringify(write(objects, wanted)));
    }));
  });

  test('adds to what is there: forwards in two steps are all there in the end', () => {
    fc.assert(fc.property(manifest, forwards, fc.nat(), (objects, wanted, cut) => {
      const at = wanted.length === 0 ? 0 : cut % wanted.length;
      expect(read(write(write(objects, wanted.slice(0, at)), wanted.slice(at)))).toEqual(inListenOrder(wanted));
    }));
  });

  test('writes nothing where nothing is forwarded', () => {
    fc.assert(fc.property(manifest, (objects) => expect(write(objects, [])).toEqual(objects)));
  });

  test('reads anything without a word, be it broken in any place', () => {
    const backend = { namespace: 'shop', name: 'orders', servicePort: 80 };
    const forward = { protocol: Protocol.TCP, backend, acceptProxyProtocol: false, sendProxyProtocol: false };
    const forwarding = write(smallest, [{ ...forward, listenPort: 5432 }, { ...forward, listenPort: 5433 }]);
    fc.assert(fc.property(fc.nat(), anything, (position, value) => {
      expect(Array.isArray(read(withBroken(forwarding, position, value)))).toBe(true);
    }), { numRuns: 1000 });
  });
}

export const anything = fc.oneof(fc.constantFrom(null, '', 'text', 0, 1, true, false, [], {}, [null], ['text'], [{}], { a: null }), fc.jsonValue());

/** A copy with another value in one place; that objects have a version, a kind and a name is what the reader of manifests makes sure of. */
export function withBroken(objects: readonly KubeObject[], position: number, value: unknown): KubeObject[] {
  const copy: any[] = JSON.parse(JSON.stringify(objects));
  const placesIn = (parent: any): [any, string][] => typeof parent !== 'object' || parent === null ? []
    : Object.keys(parent).flatMap((key) => [[parent, key] as [any, string], ...placesIn(parent[key])]);
  const places = copy.flatMap((object) => [
    ...['namespace', 'labels', 'annotations'].map((key): [any, string] => [object.metadata, key]),
    ...placesIn(object).filter(([parent]) => parent !== object && parent !== object.metadata),
    ...['spec', 'data'].map((key): [any, string] => [object, key]),
  ]);
  const [parent, key] = places[position % places.length];
  parent[key] = value;
  return copy;
}

function deepFrozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(deepFrozen);
  return value;
}
