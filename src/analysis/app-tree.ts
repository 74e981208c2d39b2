import { ApiObject, Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { listAt } from '../kube/field';

/** What of an app matters to its analysis. */
export interface AppTree {
  /** In the order in which cdk8s visits them. */
  readonly apiObjects: readonly ApiObject[];
  readonly charts: number;
  /** Grows with every construct and every JSON patch. */
  readonly size: number;
}

/** Walks over the constructs of an app, once. */
export function readTree(root: IConstruct): AppTree {
  const tree = { apiObjects: [], charts: 0, size: 0 };
  visit(root, tree);
  return tree;
}

interface Visited {
  readonly apiObjects: ApiObject[];
  charts: number;
  size: number;
}

function visit(construct: IConstruct, tree: Visited): void {
  tree.size += 1;
  if (ApiObject.isApiObject(construct)) {
    tree.apiObjects.push(construct);
    tree.size += listAt(construct, 'patches').length;
  } else if (Chart.isChart(construct)) {
    tree.charts += 1;
  }
  for (const child of construct.node.children) visit(child, tree);
}
