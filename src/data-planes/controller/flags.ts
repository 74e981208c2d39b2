/** The value of a command-line flag, `--name=value` or `--name value`; the last one wins, as in the controller. */
export function flagValue(words: readonly string[], name: string): string | undefined {
  const index = words.map((word) => isFlag(word, name)).lastIndexOf(true);
  return index < 0 ? undefined : valueAt(words, index);
}

/** The values of a flag that may be given several times. */
export function flagValues(words: readonly string[], name: string): string[] {
  return words.flatMap((word, index) => isFlag(word, name) ? valueAt(words, index) ?? [] : []);
}

/** The port in a flag such as `--healthz-port=10254` or `--validating-webhook=:8443`. */
export function flagPort(words: readonly string[], name: string): number | undefined {
  const port = Number(flagValue(words, name)?.split(':').pop() || NaN);
  return Number.isInteger(port) ? port : undefined;
}

function isFlag(word: string, name: string): boolean {
  return word === `--${name}` || word.startsWith(`--${name}=`);
}

function valueAt(words: readonly string[], index: number): string | undefined {
  const [, ...value] = words[index].split('=');
  return value.length > 0 ? value.join('=') : words[index + 1];
}
