import type { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { AnalysisSource } from './analysis-source';
import { appObjects, type AppObject } from './app-objects';
import type { AppSettings } from './app-settings';
import { readTree } from './app-tree';
import { FailOn } from './fail-on';
import { FailurePlaces } from './failure-places';
import { SynthesisMemo } from './synthesis-memo';
import { synthesisMessages, type Failure } from './synthesis-messages';
import type { Severity } from '../findings/severity';
import type { Suppression } from '../findings/suppression';
import type { Network } from '../model/network';
import { InputError } from '../problems/input-error';
import type { Problem } from '../problems/problem';
import { renderProblems } from '../problems/render-problem';
import type { Report } from '../report/report';

/** The one analysis of an app; nothing is looked at before it is asked. */
export class AppAnalysis implements AnalysisSource {
  private settings?: AppSettings;
  private readonly accepted: Suppression[] = [];
  private readonly messages: SynthesisMemo<Failure[]>;
  private readonly places: FailurePlaces;
  private readonly printed = new Set<string>();
  private readonly advisers = new Map<IConstruct, () => readonly Problem[]>();
  private readonly completers = new Map<IConstruct, () => void>();

  constructor(private readonly root: IConstruct) {
    this.messages = new SynthesisMemo(root);
    this.places = new FailurePlaces(root);
  }

  /** @throws InputError if it was configured before */
  configure(settings: AppSettings): void {
    if (this.settings) throw new InputError(renderProblems('NetworkAnalysis', [CONFIGURED]));
    this.settings = settings;
    this.messages.forget();
  }

  accept(suppression: Suppression): void {
    this.accepted.push(suppression);
    this.messages.forget();
  }

  /** Lets a construct say at synthesis what others have to do before its objects work. */
  advise(construct: IConstruct, advice: () => readonly Problem[]): void {
    this.advisers.set(construct, advice);
  }

  /** Lets a construct make the objects that depend on all others of the app, before any is looked at or written. */
  complete(construct: IConstruct, makeTheRest: () => void): void {
    this.completers.set(construct, makeTheRest);
  }

  readonly network = (): Network => loadAnalyzer().appNetwork(this.objects(), this.settings?.kubernetesVersion);

  readonly report = (): Report => this.analyze(this.objects());

  /** What makes the synthesis fail and no construct says; other errors and warnings are printed, once. */
  failures(): string[] {
    this.makeTheRest();
    if (this.settings?.only?.length === 0) return [];
    return this.places.place(this.messages.get((apiObjects) => {
      const objects = readable(apiObjects);
      if (!objects) return [];
      const { failOn } = this.settings ?? {};
      // Information is not printed at synthesis, so it is not looked for.
      const report = this.analyze(objects, failOn === FailOn.INFO ? 'info' : 'warning');
      const { failures, printed } = synthesisMessages(report, failOn);
      [...this.advice(), ...printed].forEach((text) => this.printOnce(text));
      return failures;
    }));
  }

  private objects(): AppObject[] {
    this.makeTheRest();
    return appObjects(readTree(this.root).apiObjects);
  }

  private makeTheRest(): void {
    this.completers.forEach((makeTheRest) => makeTheRest());
  }

  private analyze(objects: readonly AppObject[], atLeast?: Severity): Report {
    const suppressions = [...this.settings?.suppressions ?? [], ...this.accepted];
    return loadAnalyzer().analyzeApp(objects, { ...this.settings, suppressions, atLeast });
  }

  private advice(): string[] {
    const said = [...this.advisers].map(([construct, advice]) => [`${construct.constructor.name} '${construct.node.path}'`, advice()] as const);
    return said.filter(([, problems]) => problems.length > 0).map(([subject, problems]) => `warning ${renderProblems(subject, problems)}`);
  }

  private printOnce(text: string): void {
    if (this.printed.has(text)) return;
    this.printed.add(text);
    process.stderr.write(`${text}\n\n`);
  }
}

/** Nothing where an object cannot be rendered: cdk8s is about to say so itself. */
function readable(apiObjects: readonly ApiObject[]): AppObject[] | undefined {
  try {
    return appObjects(apiObjects);
  } catch {
    return undefined;
  }
}

const analyses = new WeakMap<IConstruct, AppAnalysis>();

/** Attaches an analysis to the app that a construct is in, to run whenever the app is synthesized; an app has one, which is returned. */
export function attachAnalysis({ node: { root } }: IConstruct): AppAnalysis {
  const known = analyses.get(root);
  if (known) return known;
  const analysis = new AppAnalysis(root);
  analyses.set(root, analysis);
  root.node.addValidation({ validate: () => analysis.failures() });
  return analysis;
}

const CONFIGURED = {
  fact: 'it is configured twice for one app',
  at: 'options',
  why: 'an app has one analysis; which of the options are meant would be a guess',
  fix: 'give the options once, and call NetworkAnalysis.of(app) without any elsewhere',
  see: 'https://cdk8s.io/docs/latest/cli/synth/',
};

/** Loads the checks: an app that is not synthesized needs none. */
function loadAnalyzer(): typeof import('./analyze-app') {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('./analyze-app');
}
