/** A piece of TypeScript that stands for itself. */
export interface Verbatim {
  readonly verbatim: string;
}

export function verbatim(code: string): Verbatim {
  return { verbatim: code };
}

const WIDEST = 100;

/**
 * A value as TypeScript, on one line where it is short.
 *
 * @param indent what stands before its first line
 */
export function literal(value: unknown, indent = '', mayBreak = true): string {
  if (isVerbatim(value)) return value.verbatim;
  if (typeof value === 'string') return quoted(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const line = compact(value);
  return mayBreak && !fits(line, indent, value) ? broken(value, indent) : line;
}

function fits(line: string, indent: string, value: object): boolean {
  return indent.length + line.length <= WIDEST && !line.includes('\n') && !isBig(value);
}

function broken(value: object, indent: string): string {
  const inner = `${indent}  `;
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const lines = Array.isArray(value)
    ? value.map((item) => `${inner}${literal(item, inner)},`)
    : Object.entries(value).map(([key, item]) => `${inner}${property(key)}: ${literal(item, inner)},`);
  return [open, ...lines, `${indent}${close}`].join('\n');
}

function compact(value: object): string {
  const one = (item: unknown) => literal(item, '', false);
  if (Array.isArray(value)) return `[${value.map(one).join(', ')}]`;
  const fields = Object.entries(value).map(([key, item]) => `${property(key)}: ${one(item)}`);
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
}

/** Lists of objects are read line by line. */
function isBig(value: object): boolean {
  return Object.values(value).some((item) => Array.isArray(item) && item.some((each) => typeof each === 'object'));
}

function isVerbatim(value: unknown): value is Verbatim {
  return typeof value === 'object' && value !== null && 'verbatim' in value && Object.keys(value).length === 1;
}

function property(key: string): string {
  return /^[A-Za-z_]\w*$/.test(key) && key !== '__proto__' ? key : key === '__proto__' ? '[\'__proto__\']' : quoted(key);
}

function quoted(text: string): string {
  const escaped = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll('\'', '\\\'');
  return `'${escaped.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')}'`;
}
