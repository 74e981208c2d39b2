import { NotPlain } from './not-plain';

/** Told where each value begins, by the list or map that holds it. */
export type Note = (holder: object, key: string | number, offset: number) => void;

const SPACE = 32;
const LINE_END = 10;
const HASH = 35;

/** A place in a text of YAML, between its tokens. */
export class Cursor {
  at = 0;
  /** The column of the first character of this line's content; -1 behind the last line. */
  column = -1;

  constructor(readonly text: string, readonly note?: Note) {
    this.nextContent();
  }

  /** Whether the text goes on like this sticky pattern. */
  sees(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    return pattern.test(this.text);
  }

  /** Steps over what goes on like this, if it does. */
  skips(pattern: RegExp): boolean {
    const isHere = this.sees(pattern);
    if (isHere) this.at = pattern.lastIndex;
    return isHere;
  }

  /** What goes on like this, and it must. */
  take(pattern: RegExp): string {
    const start = this.at;
    if (!this.skips(pattern)) throw new NotPlain();
    return this.text.slice(start, this.at);
  }

  columnHere(): number {
    return this.at - this.text.lastIndexOf('\n', this.at - 1) - 1;
  }

  takeLine(): string {
    const start = this.at;
    const end = this.text.indexOf('\n', start);
    this.at = end < 0 ? this.text.length : end;
    return this.text.slice(start, this.at);
  }

  /** Steps to the next character that is neither blank nor in a comment, from the end or the beginning of a line. */
  nextContent(): void {
    for (let lineStart = this.at; ; this.at += 1) {
      while (this.text.charCodeAt(this.at) === SPACE) this.at += 1;
      const character = this.text.charCodeAt(this.at);
      if (character === HASH) {
        this.takeLine();
      } else if (character !== LINE_END) {
        this.column = this.at < this.text.length ? this.at - lineStart : -1;
        return;
      }
      lineStart = this.at + 1;
    }
  }
}
