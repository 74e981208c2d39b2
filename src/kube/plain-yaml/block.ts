import { takeBlockScalar } from './block-scalar';
import type { Cursor } from './cursor';
import { takeFlow } from './flow';
import { NotPlain } from './not-plain';
import { takePlainScalar } from './plain-scalar';
import { scalarValue } from './scalar-value';

const DASH = /-(?=[ \n]|$)/y;
const KEY = /(?:[\w./$][\w./$@%+-]{0,999}|"[^"\\\n]{0,999}"|'[^'\n]{0,999}'):(?=[ \n]|$)/y;
const QUOTED = /^["']/;
const SPACES = / */y;
const END_OF_LINE = /(?: +#[^\n]*| *)(?=\n|$)/y;
const FURTHEST = 200;

/** The list or map whose first character is here; then the next content. */
export function takeBlock(cursor: Cursor, column: number): unknown {
  if (column > FURTHEST) throw new NotPlain();
  const block = cursor.sees(DASH) ? takeList(cursor, column) : takeMap(cursor, column);
  if (cursor.column > column) throw new NotPlain();
  return block;
}

function takeList(cursor: Cursor, column: number): unknown[] {
  const list: unknown[] = [];
  do {
    cursor.take(DASH);
    list.push(takeValue(cursor, column, list, list.length));
  } while (cursor.column === column && cursor.sees(DASH));
  return list;
}

function takeMap(cursor: Cursor, column: number): unknown {
  const map: Record<string, unknown> = {};
  do {
    const key = takeKey(cursor);
    if (key in map) throw new NotPlain();
    map[key] = takeValue(cursor, column, map, key);
  } while (cursor.column === column);
  return map;
}

function takeKey(cursor: Cursor): string {
  const text = cursor.take(KEY).slice(0, -1);
  const key = QUOTED.test(text) ? text.slice(1, -1) : scalarValue(text);
  if (typeof key !== 'string') throw new NotPlain();
  return key;
}

/** What stands behind a "-" or a key, or below it. */
function takeValue(cursor: Cursor, column: number, holder: object, key: string | number): unknown {
  cursor.skips(SPACES);
  const start = cursor.at;
  if (!cursor.skips(END_OF_LINE)) {
    cursor.note?.(holder, key, start);
    return Array.isArray(holder) ? takeItem(cursor, column) : takeInline(cursor, column);
  }
  cursor.nextContent();
  const isBelow = cursor.column > column || (cursor.column === column && !Array.isArray(holder) && cursor.sees(DASH));
  cursor.note?.(holder, key, isBelow ? cursor.at : start);
  return isBelow ? takeBlock(cursor, cursor.column) : null;
}

function takeItem(cursor: Cursor, column: number): unknown {
  return cursor.sees(KEY) || cursor.sees(DASH) ? takeBlock(cursor, cursor.columnHere()) : takeInline(cursor, column);
}

function takeInline(cursor: Cursor, parentColumn: number): unknown {
  switch (cursor.text[cursor.at]) {
    case '|':
    case '>': return takeBlockScalar(cursor, parentColumn);
    case '[':
    case '{':
    case '"':
    case "'": return takeFlowLine(cursor, parentColumn);
    default: return scalarValue(takePlainScalar(cursor, parentColumn));
  }
}

/** A list or map in brackets or braces, or a text in quotes, and nothing behind it on its line; then the next content. */
export function takeFlowLine(cursor: Cursor, parentColumn: number): unknown {
  const value = takeFlow(cursor, parentColumn);
  cursor.take(END_OF_LINE);
  cursor.nextContent();
  return value;
}
