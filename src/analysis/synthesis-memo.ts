import type { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { readTree } from './app-tree';

/**
 * Remembers a result for the time of one synthesis: cdk8s validates the whole app once for itself and once more for each chart.
 *
 * Nothing tells to which synthesis a call belongs. A result is forgotten when it was asked for once per chart, when the app has
 * grown, and when the code that asked has run to its end.
 *
 * @see https://github.com/cdk8s-team/cdk8s-core/blob/2.x/src/app.ts
 */
export class SynthesisMemo<T> {
  private kept?: { readonly value: T; readonly size: number; uses: number };

  constructor(private readonly root: IConstruct) {}

  /** @param compute makes it of all objects */
  get(compute: (apiObjects: readonly ApiObject[]) => T): T {
    const { apiObjects, charts, size } = readTree(this.root);
    if (this.kept && this.kept.size === size && this.kept.uses > 0) {
      this.kept.uses -= 1;
      return this.kept.value;
    }
    this.kept = { value: compute(apiObjects), size, uses: charts };
    queueMicrotask(() => this.forget());
    return this.kept.value;
  }

  forget(): void {
    this.kept = undefined;
  }
}
