import type { Suppression } from './suppression';
import { asRecord, type FieldPath } from '../kube/field';
import type { ObjectNode } from '../model/object-node';
import { Rejection } from '../problems/rejection';

const OURS = 'cdk8s-l4/';

/** The annotation by which an object says that a check is wrong about it; its value is the reason. */
export const IGNORE_PREFIX = `${OURS}ignore.`;

/** An annotation that does not do what it is meant to do, or is out of date. */
export interface IgnoreFault {
  readonly object: ObjectNode;
  readonly path: FieldPath;
  /** No trailing period. */
  readonly fact: string;
  readonly fix: string;
}

/** What the annotations of objects accept, and what is wrong with them. */
export interface IgnoreAnnotations {
  readonly suppressions: Suppression[];
  readonly faults: IgnoreFault[];
}

/** @param parseName the name of the check that is meant; throws a Rejection if there is none */
export function readIgnoreAnnotations(objects: readonly ObjectNode[], parseName: (name: string) => string): IgnoreAnnotations {
  const read: IgnoreAnnotations = { suppressions: [], faults: [] };
  for (const object of objects) {
    const annotations = asRecord(asRecord(object.object.metadata).annotations);
    for (const key in annotations) {
      if (key.startsWith(OURS)) readAnnotation({ object, key, reason: annotations[key] }, parseName, read);
    }
  }
  return read;
}

interface Annotation {
  readonly object: ObjectNode;
  readonly key: string;
  readonly reason: unknown;
}

function readAnnotation({ object, key, reason }: Annotation, parseName: (name: string) => string, { suppressions, faults }: IgnoreAnnotations): void {
  const fault = (fact: string, fix: string) => faults.push({ object, path: ['metadata', 'annotations', key], fact: `is annotated with ${key}${fact}`, fix });
  const given = key.slice(IGNORE_PREFIX.length);
  const check = key.startsWith(IGNORE_PREFIX) ? parsedName(given, parseName) : undefined;
  if (check === undefined) {
    fault(', which means nothing', `write ${IGNORE_PREFIX} and the name of a check`);
  } else if (check instanceof Rejection) {
    fault(`: ${check.fault.fact}`, check.fault.fix);
  } else if (typeof reason !== 'string' || reason.trim() === '') {
    fault(' without a reason, so the check is not ignored', 'say in its value why it is right as it is');
  } else {
    if (check !== given) fault(`, and that check is called ${check} now`, `write ${IGNORE_PREFIX}${check}`);
    suppressions.push({ check, object: `${object.kind} ${object.namespace}/${object.name}`, reason, isAnnotation: true });
  }
}

function parsedName(name: string, parseName: (name: string) => string): string | Rejection {
  try {
    return parseName(name);
  } catch (error) {
    if (error instanceof Rejection) return error;
    throw error;
  }
}
