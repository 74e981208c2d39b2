import type { AnalysisSource } from './analysis-source';
import { analyze, networkOf, type AnalysisInput } from './analyze';
import type { AppSettings } from './app-settings';
import { readInputs } from './read-inputs';
import type { Unreadable } from '../kube/sourced-object';
import type { Network } from '../model/network';
import { Problems } from '../problems/problems';
import type { Report } from '../report/report';
import { parseList } from '../values/list';

/** The analysis of manifests in files. */
export class ManifestAnalysis implements AnalysisSource {
  private readonly input: AnalysisInput;

  /** @throws InputError if there is no such file, or a part of one is no manifest */
  constructor(paths: readonly string[], private readonly settings: AppSettings) {
    const problems = new Problems('NetworkAnalysis.ofManifests');
    const list = problems.parse('paths', parseList<string>, paths);
    problems.throwIfAny();
    this.input = readInputs(list!);
    this.input.unreadable?.forEach((part) => problems.add(`${part.file}:${part.line}:${part.column}`, unreadable(part)));
    problems.throwIfAny();
  }

  readonly network = (): Network => networkOf(this.input, this.settings);

  readonly report = (): Report => analyze(this.input, this.settings);
}

function unreadable({ reason }: Unreadable) {
  return {
    fact: `it cannot be read: ${reason}`,
    why: 'what is there is not known, so what is missing is not known either',
    fix: 'correct it; templates have to be rendered first, for example with "helm template"',
    see: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/#required-fields',
  };
}
