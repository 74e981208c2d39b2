import type { Severity } from '../findings/severity';

/** What SARIF calls a severity. */
export const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };
