import type { Cursor } from './cursor';
import { withoutTrailing } from './folded';
import { NotPlain } from './not-plain';

const HEADER = /[|>]-?(?: +#[^\n]*| *)\n/y;
const INDENT = /(?: *\n)* *(?=[^ \n\t])/y;

/** The lines behind "|" or ">" that stand further right than their parent; then the next content. */
export function takeBlockScalar(cursor: Cursor, parentColumn: number): string {
  const header = cursor.take(HEADER);
  const lines = takeLines(cursor, parentColumn);
  cursor.nextContent();
  // What the last lines have beyond the indentation, and what stands further right in a folded text, have rules of their own.
  if (/^ +$/m.test(lines) || (header[0] === '>' && /^[ \t\n]|\n[ \t]/.test(lines))) throw new NotPlain();
  const content = withoutTrailing('\n', lines);
  const text = header[0] === '|' ? content : content.replace(/\n+/g, (ends) => ends.slice(1) || ' ');
  return header[1] === '-' ? text : `${text}\n`;
}

function takeLines(cursor: Cursor, parentColumn: number): string {
  const start = cursor.at;
  const column = indentOf(cursor);
  if (column <= parentColumn) throw new NotPlain();
  const line = linePattern(column);
  while (cursor.at < cursor.text.length && cursor.skips(line));
  return cursor.text.slice(start, cursor.at).replace(new RegExp(`^ {0,${column}}`, 'gm'), '');
}

/** The column of the first line that is not blank. */
function indentOf(cursor: Cursor): number {
  const start = cursor.at;
  const blanks = cursor.take(INDENT);
  cursor.at = start;
  return blanks.length - blanks.lastIndexOf('\n') - 1;
}

/** A line that stands at a column or further right, or a blank one that is shorter. */
function linePattern(column: number): RegExp {
  return new RegExp(`(?: {${column}}[^\\n]*| {0,${column}})(?:\\n|$)`, 'y');
}
