/** Whether a label changes when the application is upgraded. */
export function isVolatileLabel(key: string, value: string): boolean {
  return VOLATILE.has(key) || (key === 'chart' && /-\d+\.\d+\.\d+/.test(value));
}

// https://helm.sh/docs/chart_best_practices/labels/
const VOLATILE = new Set([
  'helm.sh/chart', 'app.kubernetes.io/version', 'pod-template-hash', 'controller-revision-hash', 'pod-template-generation',
]);

/** The keys of labels that change, some of them with certain values only. */
export const VOLATILE_LABELS: readonly string[] = [...VOLATILE, 'chart'];
