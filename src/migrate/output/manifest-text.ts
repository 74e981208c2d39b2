import type { KubeObject } from '../../kube/kube-object';
import { yaml } from '../../values/bundled-packages';

/** Objects as YAML that kubectl reads: one document each. */
export function manifestText(objects: readonly KubeObject[]): string {
  const { Document } = yaml();
  return objects.map((object) => new Document(object, { version: '1.1' }).toString({ lineWidth: 0 })).join('---\n');
}
