import type { Applicant } from './route-applicants';
import { textAt } from '../kube/field';

/**
 * The route that gets the connections of a listener: the oldest, of those made in the same second the first in the alphabet;
 * nothing where the manifests do not say when they were made.
 *
 * @see https://gateway-api.sigs.k8s.io/guides/api-design/#conflicts
 */
export function oldestOf(applicants: readonly Applicant[]): Applicant | undefined {
  if (applicants.length < 2) return applicants[0];
  const dated = applicants.map((applicant) => ({ applicant, key: keyOf(applicant) }));
  if (dated.some(({ key }) => key === undefined)) return undefined;
  return dated.sort((a, b) => (a.key! < b.key! ? -1 : 1))[0].applicant;
}

function keyOf({ attachment: { route: { object, namespace, name } } }: Applicant): string | undefined {
  const created = Date.parse(textAt(object, 'metadata', 'creationTimestamp') ?? '');
  return Number.isNaN(created) ? undefined : `${new Date(created).toISOString()} ${namespace}/${name}`;
}
