import { analyze, checksFor, networkOf, reportOn } from './analyze';
import type { AppObject } from './app-objects';
import type { AppSettings } from './app-settings';
import { runChecks, type CheckResults } from '../checks/run-checks';
import type { KubeObject } from '../kube/kube-object';
import { groupedBy } from '../model/grouped-by';
import type { Network } from '../model/network';
import type { ObjectNode } from '../model/object-node';
import type { Report } from '../report/report';
import { KubernetesVersion } from '../values/kubernetes-version';

/** Checks the objects of an app as one set, each of them for the version that it was made for. */
export function analyzeApp(objects: readonly AppObject[], settings: AppSettings): Report {
  const { kubernetesVersion = onlyVersion(objects) } = settings;
  if (kubernetesVersion) return analyze({ objects }, { ...settings, kubernetesVersion });
  const parts = [...groupedBy(objects, ({ version }) => version.minor).values()].map((own) => resultsOn(own, objects, settings));
  return reportOn(appNetwork(objects), settings, {
    findings: parts.flatMap(({ findings }) => findings),
    cannotTell: parts.flatMap(({ cannotTell }) => cannotTell),
    crashed: parts.flatMap(({ crashed }) => crashed),
  });
}

/** The network of an app, for one version: the newest that an object was made for, if none is given. */
export function appNetwork(objects: readonly AppObject[], kubernetesVersion: KubernetesVersion = newest(objects)): Network {
  return networkOf({ objects }, { kubernetesVersion });
}

/** What the checks say of some of the objects, for the version that these were made for. */
function resultsOn(own: readonly AppObject[], objects: readonly AppObject[], settings: AppSettings): CheckResults {
  const { findings, cannotTell, crashed } = runChecks(checksFor(settings), appNetwork(objects, own[0].version), settings.atLeast);
  const owned = new Set<KubeObject>(own.map(({ object }) => object));
  const isOwned = ({ object: { object } }: { readonly object: ObjectNode }) => owned.has(object);
  return { findings: findings.filter(isOwned), cannotTell: cannotTell.filter(isOwned), crashed };
}

/** The version that all objects were made for, if there is one. */
function onlyVersion(objects: readonly AppObject[]): KubernetesVersion | undefined {
  const [{ version } = { version: KubernetesVersion.V1_27 }] = objects;
  return objects.every((object) => object.version.minor === version.minor) ? version : undefined;
}

function newest(objects: readonly AppObject[]): KubernetesVersion {
  return objects.map(({ version }) => version).reduce((a, b) => a.isAtLeast(b) ? a : b, objects[0]?.version ?? KubernetesVersion.V1_27);
}
