import type { Graph } from './graph';
import { edgeText, type GraphEdge, type GraphRole } from './graph-parts';

/**
 * A graph as Graphviz draws it: broken edges are red and dashed.
 *
 * @see https://graphviz.org/doc/info/lang.html
 */
export function renderDot({ nodes, edges }: Graph): string {
  return [
    'digraph network {',
    '  rankdir=LR',
    ...nodes.map(({ id, role, text }) => `  ${quoted(id)} [shape=${SHAPES[role]}${text === undefined ? '' : `, label=${quoted(text)}`}]`),
    ...edges.map((edge) => `  ${quoted(edge.from.id)} -> ${quoted(edge.to.id)} [${attributes(edge)}]`),
    '}',
  ].join('\n');
}

const SHAPES: Readonly<Record<GraphRole, string>> = {
  entrance: 'cds', listener: 'component', route: 'hexagon', service: 'ellipse', workload: 'box', outside: 'note', missing: 'octagon',
};

function attributes(edge: GraphEdge): string {
  const label = `label=${quoted(edgeText(edge, '\n'))}`;
  return edge.broken === undefined ? label : `${label}, color=red, fontcolor=red, style=dashed`;
}

function quoted(text: string): string {
  return `"${text.replace(/\\/g, '\\\\').replace(/"/g, '\\"').replace(/\n/g, '\\n')}"`;
}
