import { Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { listAt } from '../kube/field';

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

  get(compute: () => T): T {
    const { charts, size } = measure(this.root);
    if (this.kept && this.kept.size === size && this.kept.uses > 0) {
      this.kept.uses -= 1;
      return this.kept.value;
    }
    this.kept = { value: compute(), size, uses: charts };
    queueMicrotask(() => this.kept = undefined);
    return this.kept.value;
  }
}

function measure(root: IConstruct): { readonly charts: number; readonly size: number } {
  const constructs = root.node.findAll();
  const patches = constructs.reduce((count, construct) => count + listAt(construct, 'patches').length, 0);
  return { charts: constructs.filter(Chart.isChart).length, size: constructs.length + patches };
}
