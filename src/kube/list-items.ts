import { fieldAt, listAt, textAt } from './field';

/** The items of a `kind: List`, which `kubectl apply` takes one by one; else the object itself. */
export function listItems(object: unknown): readonly unknown[] {
  const isList = textAt(object, 'kind')?.endsWith('List') && Array.isArray(fieldAt(object, 'items'));
  return isList ? listAt(object, 'items') : [object];
}
