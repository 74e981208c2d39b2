import { isClusterScoped } from '../kube/cluster-scoped';
import { asRecord, asText, asTexts, fieldAt, type FieldPath } from '../kube/field';
import type { KubeObject } from '../kube/kube-object';
import type { Origin } from '../kube/origin';
import type { SourcedObject } from '../kube/sourced-object';

/** What an object is of. */
export interface ObjectKind {
  readonly apiVersion: string;
  readonly kind: string;
}

/** An object of the network, the API server's defaults applied to what all objects have. */
export interface ObjectNode extends ObjectKind {
  /** The namespace, the default one where the manifest names none. */
  readonly namespace: string;
  readonly isNamespaceGiven: boolean;
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  /** The object as it stands in the manifest; any field may hold anything. */
  readonly object: KubeObject;
  readonly origin: Origin;
}

export function objectNode({ object, origin }: SourcedObject, defaultNamespace: string): ObjectNode {
  const metadata = asRecord(object.metadata);
  const namespace = asText(metadata.namespace);
  return {
    apiVersion: object.apiVersion,
    kind: object.kind,
    namespace: namespace ?? defaultNamespace,
    isNamespaceGiven: namespace !== undefined,
    name: asText(metadata.name) ?? asText(metadata.generateName) ?? '',
    labels: asTexts(metadata.labels),
    annotations: asTexts(metadata.annotations),
    object,
    origin,
  };
}

/** `Service shop/orders`, `GatewayClass envoy` */
export function nodeText({ kind, namespace, name }: Pick<ObjectNode, 'kind' | 'namespace' | 'name'>): string {
  return isClusterScoped({ kind }) ? `${kind} ${name}` : `${kind} ${namespace}/${name}`;
}

/** The API group: "" for core objects. */
export function groupOf({ apiVersion }: Pick<ObjectKind, 'apiVersion'>): string {
  return apiVersion.slice(0, Math.max(apiVersion.indexOf('/'), 0));
}

/** A field of the object as it stands in the manifest. */
export function field(node: ObjectNode, ...path: FieldPath): unknown {
  return fieldAt(node.object, ...path);
}

/** Whether Helm runs the object as a hook or a test, and not as a part of the application. */
export function isHelmHook({ annotations }: ObjectNode): boolean {
  return 'helm.sh/hook' in annotations;
}
