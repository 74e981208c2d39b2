import type { Network } from '../model/network';
import type { Report } from '../report/report';

/** What can be analyzed: an app, or manifests. */
export interface AnalysisSource {
  readonly network: () => Network;
  readonly report: () => Report;
}
