import type { Graph } from './graph';
import { edgeText, type GraphEdge, type GraphRole } from './graph-parts';

/**
 * A graph as Mermaid draws it: broken edges are red and dashed.
 *
 * @see https://mermaid.js.org/syntax/flowchart.html
 */
export function renderMermaid({ nodes, edges }: Graph): string {
  const keys = new Map(nodes.map(({ id }, index) => [id, `n${index}`]));
  const broken = edges.flatMap((edge, index) => edge.broken === undefined ? [] : [index]);
  return [
    'flowchart LR',
    ...nodes.map(({ id, role, text }) => `  ${keys.get(id)}${SHAPES[role](quoted(text ?? id))}`),
    ...edges.map((edge) => `  ${keys.get(edge.from.id)} ${arrow(edge)} ${keys.get(edge.to.id)}`),
    ...(broken.length > 0 ? [`  linkStyle ${broken.join(',')} stroke:#c00,color:#c00`] : []),
  ].join('\n');
}

function arrow(edge: GraphEdge): string {
  const line = edge.broken === undefined ? '-->' : '-.->';
  const text = edgeText(edge, ': ');
  return text === '' ? line : `${line}|${quoted(text)}|`;
}

const SHAPES: Readonly<Record<GraphRole, (text: string) => string>> = {
  entrance: (text) => `[[${text}]]`,
  listener: (text) => `([${text}])`,
  route: (text) => `[/${text}/]`,
  service: (text) => `(${text})`,
  workload: (text) => `[${text}]`,
  outside: (text) => `>${text}]`,
  missing: (text) => `{{${text}}}`,
};

/** Mermaid reads neither a text without characters nor one that goes on in the next line. */
function quoted(text: string): string {
  const escaped = text.replace(/\s+/g, ' ').replace(/"/g, '#quot;').replace(/[<>]/g, (bracket) => bracket === '<' ? '#lt;' : '#gt;');
  return `"${escaped === '' ? ' ' : escaped}"`;
}
