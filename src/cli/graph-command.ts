import { parseArgs } from 'util';
import { EXIT, type ExitCode } from './exit-codes';
import { parseNamespaceOption } from './namespace-option';
import { UsageError } from './usage-error';
import { parseVersionOption } from './version-option';
import { networkOf } from '../analysis/analyze';
import { readInputs } from '../analysis/read-inputs';
import { listenersIn } from '../data-planes/listeners';
import { renderDot } from '../graph/dot';
import { graphOf, type Graph } from '../graph/graph';
import { renderMermaid } from '../graph/mermaid';

export const GRAPH_HELP = `cdk8s-l4 graph [options] [paths|-]...

Draws who reaches whom on which port; connections that do not get through are red and dashed.

Options
  --format FORMAT             mermaid or dot; default mermaid
  --kubernetes-version 1.31   the version that the objects are for; default 1.27
  --namespace NAME            the namespace of objects that name none; default "default"

Exit codes: 0 drawn, 2 wrong usage, 3 an input could not be read.
`;

const OPTIONS = { 'format': { type: 'string' }, 'kubernetes-version': { type: 'string' }, 'namespace': { type: 'string' } } as const;

/** `cdk8s-l4 graph` */
export function runGraphCommand(args: string[]): ExitCode {
  const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
  if (positionals.length === 0) throw new UsageError('name the manifests to draw: files, folders, or "-" for standard input');
  const render = renderer(values.format ?? 'mermaid');
  const settings = { kubernetesVersion: parseVersionOption(values['kubernetes-version']), defaultNamespace: parseNamespaceOption(values.namespace) };
  const input = readInputs(positionals);
  const network = networkOf(input, settings);
  process.stdout.write(`${render(graphOf(network, listenersIn(input.objects.map(({ object }) => object))))}\n`);
  return network.circumstances.unreadable.length > 0 ? EXIT.UNREADABLE : EXIT.CLEAN;
}

function renderer(format: string): (graph: Graph) => string {
  if (format === 'mermaid') return renderMermaid;
  if (format === 'dot') return renderDot;
  throw new UsageError(`"${format}" is no format of a graph; there are mermaid and dot`);
}
