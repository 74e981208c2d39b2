import { confirmed, objectsOf, refusalsOf, unannounced, unconfirmed, warningsOf, type Claims, type Saying } from './checks/claim';
import { Fixture } from './checks/fixture';
import { REFUSALS } from './checks/refusals';
import { DEPRECATED_BY_LAST_RELEASE, NEEDLESS_WARNINGS, WARNINGS } from './checks/warnings';
import { applyAll, deleteAll, isBuiltIn, type Applied } from './cluster/apply-all';
import { canHaveGatewayApi, withGatewayApi } from './cluster/gateway-api';
import { areAllVersions, onEachVersion } from './each-version';
import { CHECKS } from '../src/checks/all';
import type { Finding } from '../src/findings/finding';
import { KubernetesVersion } from '../src/values/kubernetes-version';
import { checkFixtures, manifestsOf } from '../test/checks/fixtures';

const fixtures = checkFixtures().flatMap((check) => ['bad', 'good', 'cannot-tell'].flatMap((kind) => manifestsOf(check, kind)))
  .map((path) => new Fixture(path)).filter(({ isApplicable }) => isApplicable);

test('the checks that speak for the API server are checks', () => {
  const names = CHECKS.map(({ name }) => name);
  expect([...REFUSALS.keys(), ...WARNINGS.keys()].filter((name) => !names.includes(name))).toEqual([]);
});

/** The checks whose claims were borne out by a server. */
const borneOut: ReadonlyMap<Claims, Set<string>> = new Map([[REFUSALS, new Set()], [WARNINGS, new Set()]]);

function remember(sayings: readonly Saying[], findings: readonly Finding[], claims: Claims): void {
  confirmed(sayings, findings, claims).forEach(({ check }) => borneOut.get(claims)!.add(check));
}

onEachVersion((cluster, minor) => {
  const version = KubernetesVersion.of(minor);

  if (canHaveGatewayApi(version)) beforeAll(() => withGatewayApi(cluster(), 'v1.6.1', 'experimental'));

  describe('of every manifest that shows a check, the API server says what the checks say', () => {
    test.each(fixtures)('$name', async (fixture) => {
      const applied = await applyAll(cluster(), fixture.objects);
      try {
        const known = applied.filter(({ object, outcome }) => isBuiltIn(object) || outcome.status !== 404);
        const { findings } = fixture.check(version);
        expectRefusals(known, findings);
        expectWarnings(known, findings, fixture);
      } finally {
        await deleteAll(cluster(), applied);
      }
    });
  });

  function expectRefusals(applied: readonly Applied[], findings: readonly Finding[]): void {
    const refusals = refusalsOf(applied);
    const isExplained = (finding: Finding) => refusals.some(({ object }) => objectsOf(finding).includes(object));
    // The server does not come to speak of all that is wrong in one object. What depends on its settings is no error.
    const errors = findings.filter((finding) => finding.severity === 'error' && !isExplained(finding) && isAbout(finding, applied));
    remember(refusals, findings, REFUSALS);
    expect(unannounced(refusals, findings, REFUSALS)).toEqual([]);
    expect(unconfirmed(refusals, errors, REFUSALS, version)).toEqual([]);
  }

  function expectWarnings(applied: readonly Applied[], findings: readonly Finding[], { name }: Fixture): void {
    const warnings = warningsOf(applied).filter(({ text }) => !DEPRECATED_BY_LAST_RELEASE.test(text));
    const accepted = applied.filter(({ outcome }) => outcome.accepted);
    remember(warnings, findings, WARNINGS);
    if (!NEEDLESS_WARNINGS.has(name)) expect(unannounced(warnings, findings, WARNINGS)).toEqual([]);
    expect(unconfirmed(warnings, findings.filter((finding) => isAbout(finding, accepted)), WARNINGS, version)).toEqual([]);
  }
});

// Some claims are about newer versions only.
(areAllVersions ? describe : describe.skip)('on some version', () => {
  test.each([['refusal', REFUSALS], ['warning', WARNINGS]] as const)('every claim of a %s is borne out', (_name, claims) => {
    expect([...claims.keys()].filter((check) => !borneOut.get(claims)!.has(check))).toEqual([]);
  });
});

function isAbout(finding: Finding, applied: readonly Applied[]): boolean {
  return applied.some(({ object }) => finding.object.object === object);
}
