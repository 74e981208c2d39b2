/** Says how far a long run is, on the last line of a terminal, until it is cleared. */
export interface Progress {
  /** Not more often than a person reads. */
  readonly show: (text: string) => void;
  /** What takes long and says nothing until it ends. */
  readonly begin: (text: string) => void;
  readonly clear: () => void;
}

const QUIET: Progress = { show: () => undefined, begin: () => undefined, clear: () => undefined };

/** A run that ends sooner says nothing. */
const FIRST_AFTER_MS = 500;

const AGAIN_AFTER_MS = 100;

/** @see https://www.ecma-international.org/publications-and-standards/standards/ecma-48/ */
const ERASED_LINE = '\r\u001b[2K';

/** The progress of a run that begins now, on standard error if that is a terminal. */
export function startProgress(): Progress {
  const { stderr } = process;
  if (!stderr.isTTY || process.env.TERM === 'dumb') return QUIET;
  const first = performance.now() + FIRST_AFTER_MS;
  let next = first;
  let isShown = false;
  const draw = (text: string, from: number) => {
    const now = performance.now();
    if (now < from) return;
    next = now + AGAIN_AFTER_MS;
    isShown = true;
    // A line that the terminal breaks would not be erased.
    stderr.write(`${ERASED_LINE}${text.slice(0, (stderr.columns || 80) - 1)}`);
  };
  return {
    show: (text) => draw(text, next),
    begin: (text) => draw(text, first),
    clear: () => {
      if (isShown) stderr.write(ERASED_LINE);
      isShown = false;
    },
  };
}
