import { fails } from './fail-on';
import { ManifestAnalysis } from './manifest-analysis';
import type { NetworkAnalysisOptions } from './network-analysis-options';
import { parseOptions } from './parse-options';
import { parseVersionText } from './parse-version-text';
import { synthesisMessages } from './synthesis-messages';
import type { Finding } from '../findings/finding';
import { pathText } from '../kube/field';
import { nodeText } from '../model/object-node';
import { Problems } from '../problems/problems';

/** The `properties` of the plugin in `cdk8s.yaml`: the options of `NetworkAnalysis`, the version as text. */
export interface ValidationProperties extends Omit<NetworkAnalysisOptions, 'kubernetesVersion'> {
  /** `"1.31"`, in quotes. */
  readonly kubernetesVersion?: string;
}

/** What the cdk8s command line gives to a plugin, as far as it is used here. */
export interface ValidationContext {
  /** The files that were written. */
  readonly manifests: readonly string[];
  readonly report: {
    addViolation(violation: Violation): void;
    /** Has to be called. */
    submit(status: 'success' | 'failure', metadata?: Readonly<Record<string, string>>): void;
  };
  readonly logger: { log(message: string): void };
}

export interface Violation {
  readonly ruleName: string;
  readonly recommendation: string;
  readonly fix: string;
  readonly violatingResources: ReadonlyArray<{ readonly resourceName: string; readonly manifestPath: string; readonly locations: readonly string[] }>;
}

/**
 * Checks the manifests of a synthesized app as one set.
 *
 * @throws InputError if the properties are wrong, or a manifest cannot be read
 */
export function validateManifests({ manifests, report, logger }: ValidationContext, { kubernetesVersion, ...others }: ValidationProperties): void {
  const problems = new Problems('L4Validation');
  const version = problems.parseOptional('kubernetesVersion', parseVersionText, kubernetesVersion);
  problems.throwIfAny();
  const settings = parseOptions({ ...others, kubernetesVersion: version });
  const result = new ManifestAnalysis(manifests, settings).report();
  const failing = result.findings.filter(({ severity }) => fails(severity, settings.failOn));
  failing.forEach((finding) => report.addViolation(violationOf(finding)));
  synthesisMessages(result, settings.failOn).printed.forEach((text) => logger.log(text));
  report.submit(failing.length > 0 ? 'failure' : 'success', { Kubernetes: result.set.kubernetesVersion, checks: `${result.set.checks}` });
}

function violationOf({ check, object, path, fact, why, fix, see }: Finding): Violation {
  const line = object.origin.placeOf(path)?.line;
  return {
    ruleName: check,
    recommendation: `${nodeText(object)} ${fact}: ${why} (${see})`,
    fix,
    violatingResources: [{ resourceName: object.name, manifestPath: object.origin.file ?? '', locations: [`${pathText(path)}${line === undefined ? '' : ` (line ${line})`}`] }],
  };
}
