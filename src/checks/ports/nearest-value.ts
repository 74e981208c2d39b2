import { similarName } from '../../values/similar-name';

/** The value that was probably meant: the same in other letters, or a typing mistake apart. */
export function nearestValue(given: unknown, values: readonly string[]): string | undefined {
  const letters = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');
  const wanted = typeof given === 'string' ? letters(given) : '';
  if (wanted === '') return undefined;
  const same = values.find((value) => letters(value) === wanted);
  const similar = same ?? similarName(wanted, values.map(letters));
  return same ?? values.find((value) => letters(value) === similar);
}

/** `type: LoadBalancer`, or all the values where none is near. */
export function writing(field: string, given: unknown, values: readonly string[]): string {
  const nearest = nearestValue(given, values);
  return nearest === undefined ? `write ${field}: ${values.slice(0, -1).join(', ')} or ${values[values.length - 1]}` : `write ${field}: ${nearest}`;
}
