import type { Place } from './origin';

/** The lines of a text, to tell the line and column of an offset. */
export class LineStarts {
  private readonly offsets = [0];

  constructor(text: string) {
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) this.offsets.push(end + 1);
  }

  placeOf(offset: number): Place {
    const line = this.lineOf(offset);
    return { line: line + 1, column: offset - this.offsets[line] + 1 };
  }

  private lineOf(offset: number): number {
    let first = 0;
    let last = this.offsets.length - 1;
    while (first < last) {
      const middle = Math.ceil((first + last) / 2);
      if (this.offsets[middle] <= offset) first = middle;
      else last = middle - 1;
    }
    return first;
  }
}
