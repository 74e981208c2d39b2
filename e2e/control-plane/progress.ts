const EVERY = 15_000;

/** One line that says how far something is: rewritten in a terminal, else written anew now and then. */
export class Progress {
  private readonly start = performance.now();
  private shown = -Infinity;

  constructor(private readonly title: string, private readonly out: NodeJS.WriteStream = process.stderr) {}

  show(state: string): void {
    if (this.out.isTTY) this.rewrite(state);
    else if (performance.now() - this.shown >= EVERY) this.line(state);
  }

  done(state: string): void {
    if (this.out.isTTY) this.rewrite(state, '\n');
    else this.line(state);
  }

  private line(state: string): void {
    this.shown = performance.now();
    this.out.write(`${this.text(state)}\n`);
  }

  private rewrite(state: string, end = ''): void {
    this.out.write(`\r\x1b[K${this.text(state).slice(0, this.out.columns - 1)}${end}`);
  }

  private text(state: string): string {
    const seconds = Math.round((performance.now() - this.start) / 1000);
    return `${this.title}: ${state} (${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')})`;
  }
}
