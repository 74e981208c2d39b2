import type { Fault } from '../problems/problem';
import { Problems } from '../problems/problems';

/** The problems of one field of a construct: what is added here is added to the construct's, under the path of the field. */
export class NestedProblems extends Problems {
  constructor(private readonly outer: Problems, private readonly field: string) {
    super(outer.subject);
  }

  /** @param at a field within this one, or nothing for this one itself */
  override add(at: string, fault: Fault): void {
    super.add(at, fault);
    this.outer.add(at === '' ? this.field : `${this.field}.${at}`, fault);
  }
}
