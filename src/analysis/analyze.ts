import { parseCheckName } from './check-name';
import { CHECKS } from '../checks/all';
import type { Check } from '../checks/check';
import { runChecks, type CheckResults } from '../checks/run-checks';
import { readIgnoreAnnotations } from '../findings/ignore-annotation';
import { isAtLeast, type Severity } from '../findings/severity';
import { suppress, type Suppression } from '../findings/suppression';
import type { SourcedObject, Unreadable } from '../kube/sourced-object';
import { buildNetwork } from '../model/build-network';
import type { Network } from '../model/network';
import type { Report } from '../report/report';
import { KubernetesVersion } from '../values/kubernetes-version';

/** What an analysis is told beside the objects. */
export interface AnalysisSettings {
  readonly kubernetesVersion?: KubernetesVersion;
  /** The namespace of objects that name none. */
  readonly defaultNamespace?: string;
  /** The names of the only checks to run. */
  readonly only?: readonly string[];
  /** The names of checks not to run. */
  readonly skip?: readonly string[];
  readonly suppressions?: readonly Suppression[];
  /** Leaves out the checks whose findings are never that grave. */
  readonly atLeast?: Severity;
}

/** The objects of one run, and what could not be read. */
export interface AnalysisInput {
  readonly objects: readonly SourcedObject[];
  readonly unreadable?: readonly Unreadable[];
}

/** The network that the input makes under the settings. */
export function networkOf({ objects, unreadable = [] }: AnalysisInput, settings: AnalysisSettings): Network {
  const { kubernetesVersion: version = KubernetesVersion.V1_27, defaultNamespace = 'default' } = settings;
  return buildNetwork(objects, { version, defaultNamespace, unreadable });
}

/** Checks the objects as one set. */
export function analyze(input: AnalysisInput, settings: AnalysisSettings = {}): Report {
  const network = networkOf(input, settings);
  return reportOn(network, settings, runChecks(checksFor(settings), network, settings.atLeast));
}

/** What the checks said of a network, without what is accepted. */
export function reportOn(network: Network, settings: AnalysisSettings, { findings, cannotTell, crashed }: CheckResults): Report {
  const checks = checksFor(settings);
  const annotations = readIgnoreAnnotations(network.objects.filter((node) => !network.wasMade(node)), parseCheckName);
  const kept = suppress(findings, [...annotations.suppressions, ...settings.suppressions ?? []]);
  return {
    findings: kept.findings,
    suppressed: kept.suppressed,
    unusedSuppressions: kept.unused.filter(({ check }) => check === '*' || checks.some(({ name }) => name === check)),
    ignoreFaults: annotations.faults,
    cannotTell,
    crashed,
    unreadable: network.circumstances.unreadable,
    set: {
      kubernetesVersion: `${network.circumstances.version}`,
      objects: network.objects.length,
      services: network.services.length,
      workloads: network.workloads.length,
      checks: checks.length,
    },
  };
}

/** The checks that the settings leave. */
export function checksFor({ only, skip = [], atLeast = 'info' }: AnalysisSettings): Check[] {
  const isWanted = ({ name, severity }: Check) => (only === undefined || only.includes(name)) && !skip.includes(name) && isAtLeast(severity, atLeast);
  return CHECKS.filter(isWanted);
}
