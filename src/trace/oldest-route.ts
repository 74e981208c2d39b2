import type { Applicant } from './route-applicants';
import { byPrecedence, creationOf } from '../model/route-precedence';

/** The route that gets the connections of a listener; nothing where the manifests do not say when they were made. */
export function oldestOf(applicants: readonly Applicant[]): Applicant | undefined {
  if (applicants.length < 2) return applicants[0];
  if (applicants.some(({ attachment }) => creationOf(attachment.route) === undefined)) return undefined;
  return [...applicants].sort((a, b) => byPrecedence(a.attachment.route, b.attachment.route))[0];
}
