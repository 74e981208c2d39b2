import { readFileSync } from 'fs';
import { basename } from 'path';
import { CHECKS } from '../../src/checks/all';
import { runChecks, type CheckResults } from '../../src/checks/run-checks';
import type { KubeObject } from '../../src/kube/kube-object';
import { isPlaceholder } from '../../src/kube/placeholder';
import { readDocuments } from '../../src/kube/read-documents';
import { buildNetwork } from '../../src/model/build-network';
import type { KubernetesVersion } from '../../src/values/kubernetes-version';

/** The manifests that cannot be applied by themselves, and why. */
const NOT_APPLICABLE: ReadonlyMap<string, string> = new Map([
  ['svc-selector-empty/good-patch.yaml', 'it is a patch of an object that is elsewhere'],
  ['workload-selector-mismatch/good-patch.yaml', 'it is a patch of an object that is elsewhere'],
  ['gateway-api-version-skew/bad.yaml', 'its definition of a kind is cut short'],
  ['gateway-api-version-skew/good-experimental.yaml', 'its definition of a kind is cut short'],
  ['gateway-api-version-skew/good.yaml', 'its definition of a kind is cut short'],
  ['workload-selector-mismatch/bad-value-is-a-map.yaml', 'one of its values has another type, which no check is about'],
  ['endpoints-with-selector/good-read-from-a-cluster.yaml', 'it carries the uid that it had in another cluster'],
]);

/** A manifest that shows a check, as the library reads it. */
export class Fixture {
  readonly objects: readonly KubeObject[];
  private readonly documents: ReturnType<typeof readDocuments>;

  /** `port-duplicate/bad.yaml` */
  readonly name: string;

  constructor(path: string) {
    this.name = path.split('/').slice(-2).join('/');
    this.documents = readDocuments(readFileSync(path, 'utf8'), basename(path));
    this.objects = this.documents.objects.map(({ object }) => object);
  }

  /** Whether it can be applied as it stands: nothing in it is filled in later. */
  get isApplicable(): boolean {
    return !NOT_APPLICABLE.has(this.name) && !this.objects.some((object) => isTemplate(object));
  }

  /** What all checks say of it for a version. */
  check(version: KubernetesVersion): CheckResults {
    return runChecks(CHECKS, buildNetwork(this.documents.objects, { version, defaultNamespace: 'default', unreadable: this.documents.unreadable }));
  }
}

/** Arguments of containers are filled in by the kubelet. */
function isTemplate(value: unknown, field?: string): boolean {
  if (typeof value !== 'object' || value === null) return isPlaceholder(value) && field !== 'args';
  return Object.entries(value).some(([key, child]) => isTemplate(child, Array.isArray(value) ? field : key));
}
