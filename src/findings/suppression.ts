import type { Finding } from './finding';

/** A finding that someone has looked at and accepts. */
export interface Suppression {
  /** The name of a check, or "*" for any. */
  readonly check: string;
  /** `Kind namespace/name`; each part may be "*". */
  readonly object: string;
  /** The construct whose objects are meant, those of all constructs in it too; "" is the app. */
  readonly constructPath?: string;
  readonly reason: string;
  /** Whether it stands in the object, as an annotation. */
  readonly isAnnotation?: boolean;
}

/** What a suppression is about. */
export function scopeText({ object, constructPath }: Suppression): string {
  if (constructPath === undefined) return object;
  return constructPath === '' ? 'the app' : `'${constructPath}'`;
}

/** A finding, and what accepts it. */
export interface AcceptedFinding extends Finding {
  readonly acceptedBy: Suppression;
}

/** Findings with the suppressions taken out, and the suppressions that took out nothing. */
export interface Suppressed {
  readonly findings: Finding[];
  readonly suppressed: AcceptedFinding[];
  readonly unused: Suppression[];
}

export function suppress(findings: readonly Finding[], suppressions: readonly Suppression[]): Suppressed {
  const used = new Set<Suppression>();
  const index = indexed(suppressions);
  const kept: Finding[] = [];
  const suppressed: AcceptedFinding[] = [];
  for (const finding of findings) {
    const matching = candidates(index, finding).filter((suppression) => matches(suppression, finding));
    matching.forEach((suppression) => used.add(suppression));
    if (matching.length > 0) suppressed.push({ ...finding, acceptedBy: matching[0] });
    else kept.push(finding);
  }
  return {
    findings: kept,
    suppressed,
    unused: suppressions.filter((suppression) => !used.has(suppression)),
  };
}

type Index = ReadonlyMap<string, readonly Suppression[]>;

function indexed(suppressions: readonly Suppression[]): Index {
  const index = new Map<string, Suppression[]>();
  for (const suppression of suppressions) {
    const key = suppression.object.includes('*') ? '*' : suppression.object;
    const same = index.get(key);
    if (same) same.push(suppression);
    else index.set(key, [suppression]);
  }
  return index;
}

function candidates(index: Index, { object }: Finding): readonly Suppression[] {
  return [...index.get(`${object.kind} ${object.namespace}/${object.name}`) ?? [], ...index.get('*') ?? []];
}

function matches({ check, object, constructPath }: Suppression, finding: Finding): boolean {
  const [kind = '', place = ''] = object.split(' ');
  const [namespace = '', name = ''] = place.split('/');
  const fits = (pattern: string, text: string) => pattern === '*' || pattern === text;
  return fits(check, finding.check) && fits(kind, finding.object.kind) && fits(namespace, finding.object.namespace) && fits(name, finding.object.name)
    && isIn(finding.object.origin.constructPath, constructPath);
}

function isIn(path = '', scope = ''): boolean {
  return scope === '' || path === scope || path.startsWith(`${scope}/`);
}
