import { Cursor, type Note } from './cursor';
import { readPlain } from './read-plain';
import { fieldAt } from '../field';
import type { Offsets } from '../offsets';

/** Where the values of a document of plain YAML stand; nothing where it is not certain to be plain. */
export function plainOffsets(text: string): Offsets | undefined {
  const offsets = new Map<unknown, Map<string | number, number>>();
  const note: Note = (holder, key, offset) => {
    const values = offsets.get(holder);
    if (values) values.set(key, offset);
    else offsets.set(holder, new Map([[key, offset]]));
  };
  const document = readPlain(text, note);
  if (document === undefined) return undefined;
  const first = new Cursor(text).at;
  return (path) => {
    let nearest = first;
    let holder: unknown = document;
    for (const key of path) {
      const offset = offsets.get(holder)?.get(key);
      if (offset === undefined) break;
      nearest = offset;
      holder = fieldAt(holder, key);
    }
    return nearest;
  };
}
