import type { Cursor } from './cursor';
import { folded, withoutTrailing } from './folded';
import { NotPlain } from './not-plain';

const START = /[^\s\-?:,[\]{}#&*!|>'"%@`]|-(?=\S)/y;
const IN_FLOW = /(?:[^\s\-?:,[\]{}#&*!|>'"%@`]|-(?=[^\s,[\]{}]))(?:[^\s:,[\]{}]|:(?=[^\s,[\]{}])| +(?=[^\s:,[\]{}#]))*/y;
const KEY_OR_TAB = /:(?:[ \n]|$)|\t/;

/** A scalar without quotes and all lines after it that stand further right than its parent; then the next content. */
export function takePlainScalar(cursor: Cursor, parentColumn: number): string {
  if (!cursor.sees(START)) throw new NotPlain();
  const start = cursor.at;
  let end: number;
  do {
    cursor.takeLine();
    end = cursor.at;
    cursor.nextContent();
  } while (cursor.column > parentColumn);
  const text = withoutComment(cursor.text.slice(start, end));
  if (KEY_OR_TAB.test(text)) throw new NotPlain();
  return folded(withoutTrailing(' ', text), parentColumn);
}

/** A scalar without quotes inside brackets or braces. */
export function takePlainScalarInFlow(cursor: Cursor): string {
  return cursor.take(IN_FLOW);
}

/** A comment ends a scalar: only one of a single line can have it behind. */
function withoutComment(text: string): string {
  const comment = text.indexOf(' #');
  if (comment < 0 && !text.includes('\n#')) return text;
  if (text.includes('\n')) throw new NotPlain();
  return text.slice(0, comment);
}
