import { applyAll, deleteAll } from './cluster/apply-all';
import { lostFields } from './cluster/lost-fields';
import { onEachVersion } from './each-version';
import { isMeantFor } from './manifests/manifest';
import { manifests } from './manifests/sources';
import { KubernetesVersion } from '../src/values/kubernetes-version';

const all = manifests();

onEachVersion((cluster, version) => {
  const target = KubernetesVersion.of(version);

  test.each(all.filter((manifest) => isMeantFor(manifest, target)))('$name', async ({ objects }) => {
    const applied = await applyAll(cluster(), objects);
    try {
      expect(applied.map(({ outcome }) => outcome.message).filter(Boolean)).toEqual([]);
      const lost = applied.flatMap(({ object, outcome }) => lostFields(object, outcome.object).map((field) => `${object.kind} ${field}`));
      expect(lost).toEqual([]);
      const warned = applied.flatMap(({ object, outcome }) => outcome.warnings.map((warning) => `${object.kind} ${warning}`));
      expect(warned).toEqual([]);
    } finally {
      await deleteAll(cluster(), applied);
    }
  });
});
