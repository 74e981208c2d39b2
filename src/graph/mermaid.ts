import type { Graph, GraphNode } from './graph';

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
    ...nodes.map(({ id, role }) => `  ${keys.get(id)}${SHAPES[role](quoted(id))}`),
    ...edges.map(({ from, to, label, broken: reason }) =>
      `  ${keys.get(from)} ${reason === undefined ? '-->' : '-.->'}|${quoted(reason === undefined ? label : `${label}: ${reason}`)}| ${keys.get(to)}`),
    ...(broken.length > 0 ? [`  linkStyle ${broken.join(',')} stroke:#c00,color:#c00`] : []),
  ].join('\n');
}

const SHAPES: Readonly<Record<GraphNode['role'], (text: string) => string>> = {
  entrance: (text) => `[[${text}]]`,
  service: (text) => `(${text})`,
  workload: (text) => `[${text}]`,
  outside: (text) => `>${text}]`,
  missing: (text) => `{{${text}}}`,
};

function quoted(text: string): string {
  return `"${text.replace(/"/g, '#quot;').replace(/[<>]/g, (bracket) => bracket === '<' ? '#lt;' : '#gt;')}"`;
}
