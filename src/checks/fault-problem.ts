import type { Problem } from './check';
import type { FieldPath } from '../kube/field';
import type { ObjectNode } from '../model/object-node';
import type { Fault } from '../problems/problem';

/** A fault of a value as the problem of a check: `has an unusable address: "127.0.0.1" is a loopback address`. */
export function faultProblem(object: ObjectNode, path: FieldPath, lead: string, { fact, why, fix }: Fault): Problem {
  return { object, path, fact: `${lead}: ${fact}`, why, fix };
}
