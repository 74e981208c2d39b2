import type { FailOn } from './fail-on';
import type { KubernetesVersion } from '../values/kubernetes-version';

/** What an analysis is told. */
export interface NetworkAnalysisOptions {
  /**
   * The version that all objects are for.
   *
   * @default - in an app, for each object the version set with `KubernetesVersion.useIn` on the nearest parent, or with the
   * property `kubernetesVersion` of its construct, else 1.27; for manifests 1.27
   */
  readonly kubernetesVersion?: KubernetesVersion;

  /**
   * Which findings make `cdk8s synth` fail; other errors and warnings are printed.
   *
   * @default FailOn.ERROR
   */
  readonly failOn?: FailOn;

  /**
   * The names of the only checks to run.
   *
   * @default - all
   */
  readonly only?: string[];

  /**
   * The names of checks not to run.
   *
   * @default - none
   */
  readonly skip?: string[];

  /**
   * Findings that someone has looked at and accepts.
   *
   * @default - none
   */
  readonly ignore?: IgnoredFinding[];
}

/** A finding that someone has looked at and accepts. */
export interface IgnoredFinding {
  /** The name of the check, or "*" for any. */
  readonly check: string;
  /** The object as `Kind namespace/name`; each part may be "*". */
  readonly object: string;
  /** Why it is right as it is. */
  readonly reason: string;
}
