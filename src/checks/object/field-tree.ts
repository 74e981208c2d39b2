import type { KnownFields } from './known-fields';
import { asRecord } from '../../kube/field';

/** The places of an object that are known, each below the one that it stands in: an object is walked once for all of them. */
export interface FieldTree {
  /** Whether other fields than those below may stand here. */
  isOpen: boolean;
  /** By the name of the field, "*" for every element of a list; most fields have nothing known below them. */
  readonly below: Map<string, FieldTree>;
}

export function fieldTree(known: readonly KnownFields[]): FieldTree {
  const root = openTree();
  for (const { place, fields } of known) {
    const tree = place.reduce(treeBelow, root);
    tree.isOpen = fields.size === 0;
    fields.forEach((field) => treeBelow(tree, field));
  }
  return root;
}

/** Whether a value has known fields only. */
export function hasOnly(value: unknown, { isOpen, below }: FieldTree): boolean {
  if (Array.isArray(value)) {
    const item = below.get('*');
    return item === undefined || value.every((one) => hasOnly(one, item));
  }
  const record = asRecord(value);
  for (const field in record) {
    const tree = below.get(field);
    if (tree ? tree.below.size > 0 && !hasOnly(record[field], tree) : !isOpen) return false;
  }
  return true;
}

function treeBelow(tree: FieldTree, field: string): FieldTree {
  const known = tree.below.get(field);
  if (known) return known;
  const made = openTree();
  tree.below.set(field, made);
  return made;
}

function openTree(): FieldTree {
  return { isOpen: true, below: new Map() };
}
