import type { Cursor } from './cursor';
import { NotPlain } from './not-plain';
import { takePlainScalarInFlow } from './plain-scalar';
import { takeQuotedScalar } from './quoted-scalar';
import { scalarValue } from './scalar-value';

const DEEPEST = 100;
const QUOTE = /["']/y;
const COLON = /:/y;
const COLON_AND_SPACE = /:(?=[ \n])/y;
const COMMA = /,/y;
const SPACES = / */y;
const LINE_END = /\n/y;
const END_OF_LIST = /\]/y;
const END_OF_MAP = /\}/y;

/** A list in brackets or a map in braces: all of JSON. */
export function takeFlow(cursor: Cursor, parentColumn: number, depth = 0): unknown {
  if (depth > DEEPEST) throw new NotPlain();
  switch (cursor.text[cursor.at]) {
    case '[': return takeFlowList(cursor, parentColumn, depth);
    case '{': return takeFlowMap(cursor, parentColumn, depth);
    case '"':
    case "'": return takeQuotedScalar(cursor, parentColumn);
    default: return scalarValue(takePlainScalarInFlow(cursor));
  }
}

function takeFlowList(cursor: Cursor, parentColumn: number, depth: number): unknown[] {
  const list: unknown[] = [];
  takeItems(cursor, parentColumn, END_OF_LIST, () => {
    cursor.note?.(list, list.length, cursor.at);
    list.push(takeFlow(cursor, parentColumn, depth + 1));
  });
  return list;
}

function takeFlowMap(cursor: Cursor, parentColumn: number, depth: number): unknown {
  const map: Record<string, unknown> = {};
  takeItems(cursor, parentColumn, END_OF_MAP, () => {
    const key = takeKey(cursor);
    if (key in map) throw new NotPlain();
    separate(cursor, parentColumn);
    cursor.note?.(map, key, cursor.at);
    map[key] = takeFlow(cursor, parentColumn, depth + 1);
  });
  return map;
}

function takeItems(cursor: Cursor, parentColumn: number, end: RegExp, takeItem: () => void): void {
  cursor.at += 1;
  separate(cursor, parentColumn);
  while (!cursor.skips(end)) {
    takeItem();
    separate(cursor, parentColumn);
    if (!cursor.skips(COMMA) && !cursor.sees(end)) throw new NotPlain();
    separate(cursor, parentColumn);
  }
}

function takeKey(cursor: Cursor): string {
  const isQuoted = cursor.sees(QUOTE);
  const start = cursor.at;
  const key = isQuoted ? takeQuotedScalar(cursor, -1) : scalarValue(takePlainScalarInFlow(cursor));
  cursor.take(isQuoted ? COLON : COLON_AND_SPACE);
  if (typeof key !== 'string' || cursor.text.slice(start, cursor.at).includes('\n')) throw new NotPlain();
  return key;
}

/** Steps over spaces, and over line ends if the next line stands further right than the parent. */
function separate(cursor: Cursor, parentColumn: number): void {
  cursor.skips(SPACES);
  if (!cursor.sees(LINE_END)) return;
  cursor.nextContent();
  if (cursor.column <= parentColumn) throw new NotPlain();
}
