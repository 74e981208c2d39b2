import { Chart, type ApiObjectMetadata } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { Fault } from '../problems/problem';
import type { Problems } from '../problems/problems';

/** The name given, or the construct id in kebab case: never the path, so that moving a construct renames nothing. */
export function objectName(id: string, metadata: ApiObjectMetadata | undefined): string {
  return metadata?.name ?? id.replace(/([a-z0-9])([A-Z])/g, '$1-$2').replace(/[_\s]+/g, '-').toLowerCase();
}

/** The namespace that the object will be in; where none is given, the one of `kubectl apply` by default. */
export function namespaceName(scope: IConstruct, metadata: ApiObjectMetadata | undefined): string {
  return metadata?.namespace ?? Chart.of(scope).namespace ?? 'default';
}

const claimedByChart = new WeakMap<Chart, Map<string, IConstruct>>();

/** The object that a construct makes. */
export interface ObjectIdentity {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}

/**
 * Notes that a construct makes an object, and whether another one of its chart makes the same: cdk8s does not look.
 *
 * Two charts may make objects of one name, as they may be meant for two clusters.
 */
export function claimName(scope: IConstruct, identity: ObjectIdentity, problems: Problems): void {
  const fault = claimFault(scope, identity);
  if (fault) problems.add('metadata.name', fault);
}

/** As `claimName`; a construct may claim a name again that the construct around it claimed on its behalf. */
export function claimFault(scope: IConstruct, { kind, namespace, name }: ObjectIdentity): Fault | undefined {
  const claimed = `${kind} ${namespace}/${name}`;
  const other = firstClaimant(Chart.of(scope), claimed, scope);
  return scope.node.scopes.includes(other) ? undefined : {
    fact: `${claimed} is already made by '${other.node.path}'`,
    why: 'the objects have one name, so the second one applied replaces the first',
    fix: `give this one another name, for example metadata: { name: '${name}-2' }`,
    see: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/',
  };
}

/** Notes that a construct claims something of a chart, and says which one was the first to do so. */
export function firstClaimant(chart: Chart, claimed: string, construct: IConstruct): IConstruct {
  const claimants = claimedByChart.get(chart) ?? new Map<string, IConstruct>();
  claimedByChart.set(chart, claimants);
  const first = claimants.get(claimed) ?? construct;
  claimants.set(claimed, first);
  return first;
}
