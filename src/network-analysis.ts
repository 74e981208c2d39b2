import type { IConstruct } from 'constructs';
import type { AnalysisSource } from './analysis/analysis-source';
import { attachAnalysis } from './analysis/app-analysis';
import type { ConnectionTrace, TraceOptions } from './analysis/connection-trace';
import type { NetworkAnalysisOptions } from './analysis/network-analysis-options';
import type { NetworkFinding } from './analysis/network-finding';

/**
 * Finds connections that have nowhere to go, before anything is applied.
 *
 * It looks at all objects of an app, whoever made them, when the app is synthesized: errors make `cdk8s synth` fail, warnings
 * are printed, nothing is changed. Apps with a construct of this library have it already; `of` configures it, or attaches it
 * to an app that has none.
 *
 * @example
 *
 * l4.NetworkAnalysis.of(app, { kubernetesVersion: l4.KubernetesVersion.V1_31, failOn: l4.FailOn.WARNING });
 * l4.NetworkAnalysis.accept(chart, 'readiness-missing', 'the servers listen before they start');
 */
export class NetworkAnalysis {
  /**
   * The one analysis of an app.
   *
   * @param scope the app, or any construct in it
   * @param options given once for an app
   * @throws if the options are wrong, or were given before
   */
  public static of(scope: IConstruct, options?: NetworkAnalysisOptions): NetworkAnalysis {
    const analysis = attachAnalysis(scope);
    if (options !== undefined) analysis.configure(load().parseOptions(options));
    return new NetworkAnalysis(analysis);
  }

  /**
   * The analysis of manifests as one set; `failOn` does not matter to it.
   *
   * @param paths files, folders, or "-" for standard input
   * @throws if there is no such file, or a part of one cannot be read
   */
  public static ofManifests(paths: string[], options?: NetworkAnalysisOptions): NetworkAnalysis {
    return new NetworkAnalysis(load().manifestAnalysis(paths, options));
  }

  /**
   * Accepts what a check finds on the objects of a construct and of all constructs in it.
   *
   * What accepts nothing is printed at synthesis, so that it does not outlive its reason.
   *
   * @param construct the construct, a chart or the app
   * @param check the name of the check, or "*" for any
   * @param reason why it is right as it is
   * @throws if there is no such check, or no reason
   */
  public static accept(construct: IConstruct, check: string, reason: string): void {
    attachAnalysis(construct).accept(load().parseAccepted(construct.node.path, check, reason));
  }

  private constructor(private readonly source: AnalysisSource) {}

  /** What is wrong with the objects as they are now, without what is accepted. */
  public get findings(): NetworkFinding[] {
    return this.source.report().findings.map(load().describeFinding);
  }

  /**
   * Follows a connection: the steps that it takes, the field that decides each, and how it ends.
   *
   * @param target `namespace/service`, a Service by its name alone, `gateway/namespace/name`, an address of one of these, or a data
   * plane such as "ingress-nginx"
   * @throws if nothing is called like the target, or several things are
   */
  public trace(target: string, options: TraceOptions): ConnectionTrace {
    return load().traceIn(this.source, target, options);
  }

  /** Who reaches whom on which port, as a Mermaid flowchart; connections that do not get through are red and dashed. */
  public graph(): string {
    return load().mermaidOf(this.source);
  }
}

/** Loads the checks and what reports on them: an app that is not analyzed needs none. */
function load(): typeof import('./analysis/facade') {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('./analysis/facade');
}
