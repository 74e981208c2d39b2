/**
 * The number that a text without quotes is to Kubernetes, if it is one: `0120` and `0o120` are 80, `1_000` is a thousand,
 * `12:30` is text, and so is what no 64 bits hold.
 *
 * @see https://github.com/yaml/go-yaml/blob/v2.4.2/resolve.go
 */
export function yamlNumber(text: string): number | undefined {
  if (!FIRST.test(text)) return undefined;
  const digits = text.startsWith('.') ? text : text.replaceAll('_', '');
  const [, sign, literal] = INTEGER.exec(digits) ?? [];
  const integer = literal === undefined ? undefined : integerOf(sign, literal);
  return integer ?? (FLOAT.test(digits) ? finite(Number(digits)) : undefined);
}

/** Whether a text without quotes is an infinite number or none, which JSON cannot say. */
export function isNoJsonNumber(text: string): boolean {
  return NO_JSON.test(text);
}

const FIRST = /^[-+.\d]/;
const INTEGER = /^([-+]?)(0[xX][\da-fA-F]+|0[bB][01]+|0[oO]?[0-7]+|\d+)$/;
const FLOAT = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/;
const OCTAL = /^0(?=[0-7]+$)/;
const NO_JSON = /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

/** Nothing where 64 bits do not hold it, nor for `08`, whose zero says octal. */
function integerOf(sign: string, literal: string): number | undefined {
  if (/^0\d*[89]/.test(literal)) return undefined;
  const size = BigInt(literal.replace(OCTAL, '0o'));
  const most = sign === '' ? 2n ** 64n - 1n : 2n ** 63n - (sign === '-' ? 0n : 1n);
  return size > most ? undefined : Number(`${sign === '-' ? '-' : ''}${size}`);
}

function finite(number: number): number | undefined {
  return Number.isFinite(number) ? number : undefined;
}
