import type { Finding } from '../../src/findings/finding';
import type { KubeObject } from '../../src/kube/kube-object';
import type { KubernetesVersion } from '../../src/values/kubernetes-version';
import type { Applied } from '../cluster/apply-all';

/** What the API server says where a check finds something. */
export interface Claim {
  /** A part of what the server says. */
  readonly says: RegExp;
  /** The findings that it holds for, by what they say; all if absent. */
  readonly why?: RegExp;
  /** The first minor version whose server is sure to say it; all if absent. */
  readonly since?: number;
}

/** The claims of some checks, by the names of these. */
export type Claims = ReadonlyMap<string, Claim>;

/** Something that the API server said of an object. */
export interface Saying {
  readonly object: KubeObject;
  readonly text: string;
}

/** Why objects were refused. */
export function refusalsOf(applied: readonly Applied[]): Saying[] {
  return applied.filter(({ outcome }) => !outcome.accepted).map(({ object, outcome }) => ({ object, text: outcome.message }));
}

/** What the server warned of while it accepted objects. */
export function warningsOf(applied: readonly Applied[]): Saying[] {
  return applied.filter(({ outcome }) => outcome.accepted).flatMap(({ object, outcome }) => outcome.warnings.map((text) => ({ object, text })));
}

/** What the server said that no finding claims. */
export function unannounced(sayings: readonly Saying[], findings: readonly Finding[], claims: Claims): string[] {
  const unclaimed = sayings.filter((saying) => confirmed([saying], findings, claims).length === 0);
  return unclaimed.map(({ object: { kind, metadata: { name } }, text }) => `${kind} ${name}: ${text}`);
}

/** The findings that claim what the server said. */
export function confirmed(sayings: readonly Saying[], findings: readonly Finding[], claims: Claims): Finding[] {
  return findings.filter((finding) => sayings.some(({ object, text }) => (
    objectsOf(finding).includes(object) && claimOf(finding, claims)?.says.test(text)
  )));
}

/** The findings that claim what the server did not say. */
export function unconfirmed(sayings: readonly Saying[], findings: readonly Finding[], claims: Claims, version: KubernetesVersion): string[] {
  const said = confirmed(sayings, findings, claims);
  const claiming = findings.filter((finding) => {
    const claim = claimOf(finding, claims);
    return claim && version.minor >= (claim.since ?? 0);
  });
  return claiming.filter((finding) => !said.includes(finding)).map(({ check, fact }) => `${check}: ${fact}`);
}

export function objectsOf({ object, related }: Finding): KubeObject[] {
  return [object, ...related].map((node) => node.object);
}

function claimOf({ check, why }: Finding, claims: Claims): Claim | undefined {
  const claim = claims.get(check);
  return claim?.why?.test(why) ?? true ? claim : undefined;
}
