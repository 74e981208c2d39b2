/** The value of a command-line flag, `--name=value` or `--name value`; the last one wins, as in the controller. */
export function flagValue(words: readonly string[], name: string): string | undefined {
  const index = words.map((word) => word === `--${name}` || word.startsWith(`--${name}=`)).lastIndexOf(true);
  if (index < 0) return undefined;
  const [, ...value] = words[index].split('=');
  return value.length > 0 ? value.join('=') : words[index + 1];
}

/** The port in a flag such as `--healthz-port=10254` or `--validating-webhook=:8443`. */
export function flagPort(words: readonly string[], name: string): number | undefined {
  const port = Number(flagValue(words, name)?.split(':').pop() || NaN);
  return Number.isInteger(port) ? port : undefined;
}
