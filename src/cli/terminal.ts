import { styleText } from 'util';
import { PLAIN, type Layout, type Paint, type Style } from '../report/layout';

const COLOURS: Readonly<Record<Style, Parameters<typeof styleText>[0]>> = {
  error: 'red', warning: 'yellow', info: 'cyan', faint: 'dim', strong: 'bold',
};

const COLOURED: Paint = (style, text) => styleText(COLOURS[style], text);

/** Below so many columns a text is easier to read when the terminal breaks it. */
const NARROWEST = 60;

/** Beyond so many columns a line is hard to follow. */
const WIDEST = 120;

/** How standard output takes a text: on a terminal in colour and within its width, elsewhere as it is. */
export function layoutOfOutput(): Layout {
  const { isTTY, columns = Infinity } = process.stdout;
  if (!isTTY) return PLAIN;
  return { paint: takesColour() ? COLOURED : PLAIN.paint, width: columns < NARROWEST ? Infinity : Math.min(columns, WIDEST) };
}

/** @see https://no-color.org */
function takesColour(): boolean {
  return !process.env.NO_COLOR && process.env.TERM !== 'dumb';
}
