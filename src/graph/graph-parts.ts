import { nodeText, type ObjectNode } from '../model/object-node';

export interface GraphNode {
  /** Unique in the graph: `Service shop/orders`. */
  readonly id: string;
  readonly role: GraphRole;
  /** What it is drawn as, where that is not its id. */
  readonly text?: string;
}

export type GraphRole = 'entrance' | 'listener' | 'route' | 'service' | 'workload' | 'outside' | 'missing';

export interface GraphEdge {
  readonly from: GraphNode;
  readonly to: GraphNode;
  /** "" where there is nothing to say. */
  readonly label: string;
  /** Why connections do not get through; absent where they do, or nobody can tell. */
  readonly broken?: string;
}

export function graphNode(node: Pick<ObjectNode, 'kind' | 'namespace' | 'name'>, role: GraphRole): GraphNode {
  return { id: nodeText(node), role };
}

/** What stands beside an edge. */
export function edgeText({ label, broken }: GraphEdge, separator: string): string {
  return [label, broken].filter((part) => part !== undefined && part !== '').join(separator);
}
