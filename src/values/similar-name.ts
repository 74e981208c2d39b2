/** The name that was probably meant by one that nothing has: a typing mistake apart, or with "-svc" or "-service" more or less. */
export function similarName(wanted: string, names: readonly string[]): string | undefined {
  return names.find((name) => name !== wanted && withoutSuffix(name) === withoutSuffix(wanted))
    ?? names.find((name) => isMistyped(wanted, name));
}

function withoutSuffix(name: string): string {
  return name.replace(/-(svc|service)$/, '');
}

/** Whether two names differ in a short part only, as on purpose: web-a and web-b, cart-eu and cart-us. */
export function isVariant(a: string, b: string): boolean {
  const [partsOfA, partsOfB] = [a.split('-'), b.split('-')];
  return partsOfA.length > 1 && partsOfA.length === partsOfB.length
    && partsOfA.every((part, index) => part === partsOfB[index] || Math.max(part.length, partsOfB[index].length) < 4);
}

/** Of three letters any other three are a slip away. */
const SHORT = 3;

/** Whether one name is hardly anything but the other one mistyped: names that are both meant differ by a number, a short part, or the s of http and https. */
export function isTypingMistake(wanted: string, name: string): boolean {
  const digits = (text: string) => text.replace(/\D/g, '');
  const isMeant = digits(wanted) !== digits(name) || (wanted.length === name.length && isVariant(wanted, name)) || `${wanted}s` === name || wanted === `${name}s`;
  return !isMeant && wanted.length > SHORT && isMistyped(wanted, name);
}

/** Names that differ by their numbers only are different on purpose: redis-1 and redis-2. */
function isMistyped(wanted: string, name: string): boolean {
  const withoutDigits = (text: string) => text.replace(/\d+/g, '#');
  if (withoutDigits(wanted) === withoutDigits(name) || name === wanted) return false;
  return distance(wanted, name) <= (wanted.length < 6 ? 1 : 2);
}

const FAR = 3;

/** How many letters are put in, left out, replaced or swapped with their neighbour; 3 stands for more, too. */
export function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) >= FAR) return FAR;
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const isSame = a[row - 1] === b[column - 1];
      const isSwapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      current[column] = Math.min(
        previous[column] + 1, current[column - 1] + 1, previous[column - 1] + (isSame ? 0 : 1),
        isSwapped ? beforePrevious[column - 2] + 1 : FAR,
      );
    }
    [beforePrevious, previous] = [previous, current];
  }
  return Math.min(previous[b.length], FAR);
}
