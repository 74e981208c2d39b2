import type { AnalysisSource } from './analysis-source';
import { ManifestAnalysis } from './manifest-analysis';
import type { NetworkAnalysisOptions } from './network-analysis-options';
import { parseOptions } from './parse-options';
import { listenersIn } from '../data-planes/listeners';
import { graphOf } from '../graph/graph';
import { renderMermaid } from '../graph/mermaid';

export { describeFinding } from './network-finding';
export { parseAccepted, parseOptions } from './parse-options';
export { traceIn } from './trace-source';

/** @throws InputError if the options are wrong, or the manifests cannot be read */
export function manifestAnalysis(paths: readonly string[], options: NetworkAnalysisOptions = {}): AnalysisSource {
  return new ManifestAnalysis(paths, parseOptions(options));
}

/** The network drawn as a Mermaid flowchart. */
export function mermaidOf(source: AnalysisSource): string {
  const network = source.network();
  return renderMermaid(graphOf(network, listenersIn(network.objects.map(({ object }) => object))));
}
