import type { Check } from '../checks/check';

/** What a SARIF log says of the tool that wrote it. */
export interface SarifTool {
  /** The checks that ran. */
  readonly checks: readonly Check[];
  readonly version: string;
  readonly homepage: string;
  /** Where a page of the documentation is read. */
  readonly documentationUrl: (page: string) => string;
}
