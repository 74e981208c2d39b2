import { entryLosses } from './entries/entry-losses';
import { judgeEntries } from './entries/judge-entries';
import { surroundingsOf } from './entries/surroundings';
import { withinLimits } from './entries/target-limits';
import { chosenInstallation } from './input/chosen-installation';
import { embeddedValues } from './input/embedded-values';
import { InputObjects } from './input/input-objects';
import type { Installation } from './input/installation';
import type { Migration, MigrationInput } from './migration';
import type { MigrationSettings } from './migration-settings';
import { entranceOf } from './settings/entrance';
import { lostSettings } from './settings/lost-settings';
import { takeOver } from './settings/take-over';
import { gatewayOf, targetObjects } from './target/target-objects';
import { bySeverity } from '../findings/severity';
import { buildNetwork } from '../model/build-network';
import { KubernetesVersion } from '../values/kubernetes-version';

/**
 * What becomes of the `tcp-services` and `udp-services` of an ingress-nginx in the Gateway API.
 *
 * Every entry of the input has a route in the output or a loss, never both and never neither.
 *
 * @throws Rejection if the input does not tell which ingress-nginx is meant
 */
export function migrate(input: MigrationInput, settings: MigrationSettings): Migration {
  const objects = new InputObjects(input.objects, settings.defaultNamespace ?? 'default');
  const { installation, losses } = chosenInstallation(objects, [...input.others, ...embeddedValues(input.objects)], settings);
  if (installation === undefined) {
    return { objects: [], gateway: gatewayOf(settings.target, {}), entries: [], routed: [], losses, unreadable: input.unreadable };
  }
  const migration = moved(installation, objects, input, settings);
  return { ...migration, losses: [...losses, ...migration.losses].sort((a, b) => bySeverity(a.severity, b.severity)) };
}

function moved(installation: Installation, objects: InputObjects, input: MigrationInput, settings: MigrationSettings): Migration {
  const { kubernetesVersion: version = KubernetesVersion.V1_27, defaultNamespace = 'default', target } = settings;
  const network = buildNetwork(input.objects, { version, defaultNamespace, unreadable: input.unreadable });
  const entrance = entranceOf(installation, settings.service);
  const judged = judgeEntries(installation.entries, surroundingsOf(installation, entrance?.service, network, target));
  const { routed, losses } = withinLimits(judged, target, version);
  const carried = takeOver(entrance, target);
  const gateway = gatewayOf(target, carried.settings);
  const around = () => [...entryLosses(routed, target), ...carried.losses, ...lostSettings({ installation, entrance, routed, objects, target })];
  return {
    title: installation.title,
    objects: targetObjects(gateway, routed.flatMap(({ forwards }) => forwards), objects.objects),
    gateway,
    kubernetesVersion: settings.kubernetesVersion,
    entries: installation.entries,
    routed,
    losses: [...installation.losses, ...losses, ...routed.length > 0 ? around() : []],
    unreadable: input.unreadable,
  };
}
