import type { AnalysisSettings } from './analyze';
import type { FailOn } from './fail-on';

/**
 * What the analysis of an app is told, once it is found to be right; a version stands in place of those that the objects were
 * made for.
 */
export interface AppSettings extends Omit<AnalysisSettings, 'defaultNamespace'> {
  readonly failOn?: FailOn;
}
