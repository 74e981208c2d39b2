import type { ValidationContext, ValidationProperties } from './analysis/validation-plugin';

/**
 * The checks as a plugin of the cdk8s command line, for apps in any language: an entry of `validations` in `cdk8s.yaml`.
 *
 * It sees the manifests as they were written, whatever made them; what `NetworkAnalysis.accept` accepts is not written there,
 * so that it takes `ignore` among its properties, or annotations on the objects.
 *
 * @internal
 * @see https://cdk8s.io/docs/latest/cli/synth/#validations
 */
export class L4Validation {
  constructor(private readonly properties: ValidationProperties = {}) {}

  /** Called by the cdk8s command line after it has synthesized an app. */
  public async validate(context: ValidationContext): Promise<void> {
    loadPlugin().validateManifests(context, this.properties);
  }
}

/** Loads the checks: whoever imports this library needs none. */
function loadPlugin(): typeof import('./analysis/validation-plugin') {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('./analysis/validation-plugin');
}
