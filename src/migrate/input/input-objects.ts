import { textAt, type FieldPath } from '../../kube/field';
import type { KubeObject } from '../../kube/kube-object';
import type { SourcedObject } from '../../kube/sourced-object';
import { nodeText } from '../../model/object-node';
import { standing, type Standing } from '../standing';

/** The objects of the input, each in the namespace that it will have, and where they stand. */
export class InputObjects {
  readonly objects: readonly KubeObject[];
  private readonly sources: ReadonlyMap<KubeObject, SourcedObject>;

  constructor(objects: readonly SourcedObject[], defaultNamespace: string) {
    this.sources = new Map(objects.map((source) => [inNamespace(source.object, defaultNamespace), source]));
    this.objects = [...this.sources.keys()];
  }

  standingOf(object: KubeObject, path: FieldPath): Standing {
    const { kind, metadata: { namespace = '', name } } = object;
    const origin = this.sources.get(object)?.origin ?? { placeOf: () => undefined };
    return standing(nodeText({ kind, namespace, name }), path, origin);
  }
}

function inNamespace(object: KubeObject, defaultNamespace: string): KubeObject {
  const namespace = textAt(object, 'metadata', 'namespace') ?? defaultNamespace;
  const name = textAt(object, 'metadata', 'name') ?? textAt(object, 'metadata', 'generateName') ?? '';
  return { ...object, metadata: { ...object.metadata, name, namespace } };
}
