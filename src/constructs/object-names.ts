import { Chart, type ApiObjectMetadata } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { Problems } from '../problems/problems';

/** The name given, or the construct id in kebab case: never the path, so that moving a construct renames nothing. */
export function objectName(id: string, metadata: ApiObjectMetadata | undefined): string {
  return metadata?.name ?? id.replace(/([a-z0-9])([A-Z])/g, '$1-$2').replace(/[_\s]+/g, '-').toLowerCase();
}

/** The namespace that the object will be in; where none is given, the one of `kubectl apply` by default. */
export function namespaceName(scope: IConstruct, metadata: ApiObjectMetadata | undefined): string {
  return metadata?.namespace ?? Chart.of(scope).namespace ?? 'default';
}

const claimedByApp = new WeakMap<IConstruct, Map<string, string>>();

/** The object that a construct makes. */
export interface ObjectIdentity {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}

/** Notes that a construct makes an object, and whether another one of the app makes the same: cdk8s does not look. */
export function claimName(scope: IConstruct, { kind, namespace, name }: ObjectIdentity, problems: Problems): void {
  const claimed = claimedIn(scope.node.root);
  const key = `${kind} ${namespace}/${name}`;
  const other = claimed.get(key);
  if (other === undefined) {
    claimed.set(key, scope.node.path);
    return;
  }
  problems.add('metadata.name', {
    fact: `${key} is already made by '${other}'`,
    why: 'the objects have one name, so the second one applied replaces the first',
    fix: `give this one another name, for example metadata: { name: '${name}-2' }`,
    see: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/',
  });
}

function claimedIn(root: IConstruct): Map<string, string> {
  const claimed = claimedByApp.get(root) ?? new Map<string, string>();
  claimedByApp.set(root, claimed);
  return claimed;
}
