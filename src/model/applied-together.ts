import type { ObjectNode } from './object-node';

/** Whether two objects certainly go to one cluster: files and charts may be variants, one for each environment. */
export function areAppliedTogether(a: ObjectNode, b: ObjectNode): boolean {
  return a.origin.file === b.origin.file && chartOf(a) === chartOf(b);
}

function chartOf({ origin: { constructPath = '' } }: ObjectNode): string {
  return constructPath.split('/')[0];
}
