import { Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { asList } from '../kube/field';

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

  /** @param compute makes it of all constructs */
  get(compute: (constructs: readonly IConstruct[]) => T): T {
    const constructs = this.root.node.findAll();
    const size = sizeOf(constructs);
    if (this.kept && this.kept.size === size && this.kept.uses > 0) {
      this.kept.uses -= 1;
      return this.kept.value;
    }
    this.kept = { value: compute(constructs), size, uses: constructs.filter(Chart.isChart).length };
    queueMicrotask(() => this.kept = undefined);
    return this.kept.value;
  }
}

function sizeOf(constructs: readonly IConstruct[]): number {
  let size = constructs.length;
  for (const construct of constructs) size += asList((construct as { readonly patches?: unknown }).patches).length;
  return size;
}
