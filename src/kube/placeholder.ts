/** Whether a text is filled in later, by a template engine, a shell or the kubelet: its value is not known. */
export function isPlaceholder(value: unknown): boolean {
  return typeof value === 'string' && /\$\{|\$\(|\{\{|<no value>/.test(value);
}
