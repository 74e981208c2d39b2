import { KINDS, OF_OTHERS, PROBES } from './capability-probes';
import { CAPABILITIES, isUsable, stageOf, type CapabilityName } from '../../src/values/capabilities';
import { KubernetesVersion } from '../../src/values/kubernetes-version';
import { lostFields } from '../cluster/lost-fields';
import { onEachVersion } from '../each-version';

/** Deprecated by their documentation alone. */
const DEPRECATED_WITHOUT_WARNING: readonly CapabilityName[] = ['loadBalancerIP'];

test('every capability is asked for, or is one of kube-proxy, a controller or a cloud', () => {
  const known = [...PROBES.keys(), ...OF_OTHERS.keys(), ...KINDS];
  expect([...known].sort()).toEqual(Object.keys(CAPABILITIES).sort());
});

onEachVersion((cluster, minor) => {
  const version = KubernetesVersion.of(minor);

  test.each([...PROBES])('%s', async (name, { object, isRule = false }) => {
    const { accepted, warnings, object: stored } = await cluster().apply(object, { dryRun: true });
    const isKept = accepted && lostFields(object, stored).length === 0;
    expect(isKept).toBe(isUsable(name, version) !== isRule);
    if (!isKept || isRule) return;
    const isWarnedOf = stageOf(name, version) === 'deprecated' && !DEPRECATED_WITHOUT_WARNING.includes(name);
    if (isWarnedOf) expect(warnings).toEqual([expect.stringContaining('deprecated')]);
  });

  test.each(KINDS)('%s', async (name) => {
    const [apiVersion, kind] = name.split(' ');
    const { message } = await cluster().apply({ apiVersion, kind, metadata: { name: 'probe' } }, { dryRun: true });
    expect(!message.includes('no matches for kind')).toBe(isUsable(name, version));
  });
});
