import { NotPlain } from './not-plain';
import { isNoJsonNumber, yamlNumber } from '../yaml-number';

const MAY_BE_NO_TEXT = /^[-+.\dYyNnTtFfOoEe~]/;
const SMALL_INTEGER = /^-?(?:0|[1-9]\d{0,14})$/;

const WORDS = new Map<string, boolean | null>([
  ...['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'].map((word) => [word, true] as const),
  ...['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'].map((word) => [word, false] as const),
  ...['~', 'null', 'Null', 'NULL'].map((word) => [word, null] as const),
]);

/**
 * What a scalar without quotes is to Kubernetes.
 *
 * @see https://yaml.org/type/
 */
export function scalarValue(text: string): string | number | boolean | null {
  if (!MAY_BE_NO_TEXT.test(text)) return text;
  const word = WORDS.get(text);
  if (word !== undefined) return word;
  if (SMALL_INTEGER.test(text)) return Number(text);
  if (isNoJsonNumber(text)) throw new NotPlain();
  return yamlNumber(text) ?? text;
}
