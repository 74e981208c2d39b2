import type { Graph, GraphEdge, GraphNode } from './graph';

/**
 * A graph as Graphviz draws it: broken edges are red and dashed.
 *
 * @see https://graphviz.org/doc/info/lang.html
 */
export function renderDot({ nodes, edges }: Graph): string {
  return [
    'digraph network {',
    '  rankdir=LR',
    ...nodes.map(({ id, role }) => `  ${quoted(id)} [shape=${SHAPES[role]}]`),
    ...edges.map((edge) => `  ${quoted(edge.from)} -> ${quoted(edge.to)} [${attributes(edge)}]`),
    '}',
  ].join('\n');
}

const SHAPES: Readonly<Record<GraphNode['role'], string>> = {
  entrance: 'cds', service: 'ellipse', workload: 'box', outside: 'note', missing: 'octagon',
};

function attributes({ label, broken }: GraphEdge): string {
  if (broken === undefined) return `label=${quoted(label)}`;
  return `label=${quoted(`${label}\n${broken}`)}, color=red, fontcolor=red, style=dashed`;
}

function quoted(text: string): string {
  return `"${text.replace(/\\/g, '\\\\').replace(/"/g, '\\"').replace(/\n/g, '\\n')}"`;
}
