import { InputError } from './input-error';
import type { Fault, Problem } from './problem';
import { Rejection } from './rejection';
import { renderProblems } from './render-problem';

/** Everything found wrong with one subject, thrown in one message. */
export class Problems {
  private readonly found: Problem[] = [];

  /** @param subject the construct as the user knows it: `ClusterIpService 'shop/orders'` */
  constructor(readonly subject: string) {}

  get isEmpty(): boolean {
    return this.found.length === 0;
  }

  add(at: string, fault: Fault): void {
    this.found.push({ ...fault, at });
  }

  /** The parsed value, or `undefined` after noting why there is none. */
  parse<V, T>(at: string, parser: (value: V) => T, value: V): T | undefined {
    try {
      return parser(value);
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
      this.add(at, error.fault);
      return undefined;
    }
  }

  /** As `parse`, for a value that may be left out. */
  parseOptional<V, T>(at: string, parser: (value: V) => T, value: V | undefined): T | undefined {
    return value === undefined ? undefined : this.parse(at, parser, value);
  }

  /** @throws InputError with every problem found so far */
  throwIfAny(): void {
    if (!this.isEmpty) throw new InputError(renderProblems(this.subject, this.found));
  }
}
