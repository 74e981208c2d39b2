/** How a part of the text may be shown on a terminal. */
export type Style = 'error' | 'warning' | 'info' | 'faint' | 'strong';

export type Paint = (style: Style, text: string) => string;

/** How a text is laid out. */
export interface Layout {
  readonly paint: Paint;
  /** The columns that a line may have. */
  readonly width: number;
}

/** A text without colour, in lines as long as they come. */
export const PLAIN: Layout = { paint: (_style, text) => text, width: Infinity };

/** A text in lines of at most so many columns, as far as its words allow; the first has `taken` columns less. */
export function wrapped(text: string, width: number, taken = 0): string[] {
  const [first, ...words] = text.split(' ');
  const lines = [first];
  for (const word of words) {
    const last = lines.length - 1;
    const line = `${lines[last]} ${word}`;
    if (line.length <= (last === 0 ? width - taken : width)) lines[last] = line;
    else lines.push(word);
  }
  return lines;
}
