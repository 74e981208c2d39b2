import { NotPlain } from './not-plain';

/** The lines of a scalar as one: a line end becomes a space, and of several each but the first stays. */
export function folded(lines: string, parentColumn: number, lineEnd = '\n'): string {
  if (!lines.includes('\n')) return lines;
  if (lines.includes('\t')) throw new NotPlain();
  for (const [, indent] of lines.matchAll(/\n( *)(?!\n| )/g)) {
    if (indent.length <= parentColumn) throw new NotPlain();
  }
  return lines.replace(/(?<! ) *\n[ \n]*/g, (gap) => lineEnd.repeat(gap.split('\n').length - 2) || ' ');
}

/** Without the spaces or line ends that it ends in. */
export function withoutTrailing(character: string, text: string): string {
  let end = text.length;
  while (text[end - 1] === character) end -= 1;
  return text.slice(0, end);
}
