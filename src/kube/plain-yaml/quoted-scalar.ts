import type { Cursor } from './cursor';
import { folded } from './folded';

const SINGLE = /'[^']*(?:''[^']*)*'/y;
const DOUBLE = /"[^"\\]*(?:\\[^][^"\\]*)*"/y;

/** A scalar in quotes. YAML has all escapes of JSON, and more, which are not taken here. */
export function takeQuotedScalar(cursor: Cursor, parentColumn: number): string {
  if (cursor.text[cursor.at] === "'") return folded(unquoted(cursor.take(SINGLE)), parentColumn).replaceAll("''", "'");
  const text = unquoted(cursor.take(DOUBLE));
  if (!/[\\\n]/.test(text)) return text;
  return JSON.parse(`"${folded(text, parentColumn, '\\n')}"`);
}

function unquoted(scalar: string): string {
  return scalar.slice(1, -1);
}
