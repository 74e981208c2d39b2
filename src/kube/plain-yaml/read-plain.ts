import { takeBlock, takeFlowLine } from './block';
import { Cursor, type Note } from './cursor';

// What YAML takes for a line end or for no text differs between its versions, and a byte order mark is a part of neither.
const UNUSUAL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff]/;
const FLOW = /[[{]/y;

/**
 * The list or map in a document of plain YAML: all that people and machines commonly write, without anchors, tags, merge
 * keys and whatever else is rare. A reader that knows all of YAML takes ten times as long.
 *
 * @returns nothing where the text is not certain to be plain
 */
export function readPlain(text: string, note?: Note): object | undefined {
  if (UNUSUAL.test(text)) return undefined;
  try {
    const cursor = new Cursor(text, note);
    const value = cursor.sees(FLOW) ? takeFlowLine(cursor, -1) : takeBlock(cursor, cursor.column);
    return cursor.column < 0 ? value as object : undefined;
  } catch {
    return undefined;
  }
}
