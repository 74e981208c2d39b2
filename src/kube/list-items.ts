import { asRecord, asText } from './field';

/** The items of a `kind: List`, which `kubectl apply` takes one by one; else the object itself. */
export function listItems(object: unknown): readonly unknown[] {
  const { kind, items } = asRecord(object);
  return asText(kind)?.endsWith('List') && Array.isArray(items) ? items : [object];
}
