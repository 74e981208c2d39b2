import { ApiObject, Lazy, type ApiObjectProps } from 'cdk8s';
import type { Construct } from 'constructs';
import { emit, identityOf } from './emit';
import { gatewayObjects } from './gateway-objects';
import type { GatewayPlan } from './gateway-plan';
import { GRANT_VERSION, MAX_GRANT_ENTRIES } from './grants';
import { MAX_LISTENERS } from './holders';
import { LISTENER_SET_VERSION } from './listeners';
import { grantName, listenerSetName } from './object-names';
import { ownNamespaces } from './own-namespaces';
import { declaredOn } from './rules/declared-listener';
import type { KubeObject } from '../../kube/kube-object';
import type { Forward, ServiceReference } from '../../model/forward';

/**
 * Makes the objects for forwards as they come, and asks what is in them at synthesis.
 *
 * Which objects there are is known from each forward and from counts, so that nothing is written twice.
 */
export class GatewayWriter {
  private readonly forwards: Forward[] = [];
  private readonly grantees = new Map<string, Set<string>>();
  private readonly made = new Map<string, ApiObject>();
  private readonly base: readonly KubeObject[];
  private added = 0;
  private written?: { readonly count: number; readonly objects: ReadonlyMap<string, KubeObject> };

  constructor(private readonly scope: Construct, private readonly plan: GatewayPlan) {
    this.base = plan.created ? gatewayObjects(plan.created.settings) : [];
  }

  get apiObjects(): ApiObject[] {
    return [...this.made.values()];
  }

  write(forward: Forward): void {
    this.forwards.push(forward);
    this.base.forEach((object) => this.make(object));
    this.objectsWith([forward]).forEach((object) => this.make(object));
    this.countListener(forward);
  }

  /** Whether there is a grant for a Service of another namespace. */
  isGrantee({ namespace, name }: ServiceReference): boolean {
    return this.grantees.get(namespace)?.has(name) ?? false;
  }

  /** Makes the grants in namespaces in which the app makes Services, be it before or after the forwards that lead there. */
  writeGrants(): void {
    const { routeNamespace } = this.plan.target;
    const others = this.forwards.map(({ backend }) => backend).filter((backend) => backend.namespace !== routeNamespace && !this.isGrantee(backend));
    if (others.length === 0) return;
    const own = ownNamespaces(this.scope.node.root);
    others.filter(({ namespace }) => own.has(namespace)).forEach((backend) => this.countGrantee(backend));
  }

  /** The Gateway has room for some listeners, each ListenerSet for as many more. */
  private countListener({ listenPort, protocol }: Forward): void {
    const { gateway, created, target } = this.plan;
    if (declaredOn(listenPort, protocol, gateway.listeners)) return;
    this.added += 1;
    const index = Math.ceil((this.added - (created ? MAX_LISTENERS : 0)) / MAX_LISTENERS) - 1;
    if (index >= 0) this.make({ apiVersion: LISTENER_SET_VERSION, kind: 'ListenerSet', metadata: { name: listenerSetName(target, index), namespace: target.routeNamespace } });
  }

  private countGrantee({ namespace, name }: ServiceReference): void {
    const { target } = this.plan;
    const names = this.grantees.get(namespace) ?? new Set();
    this.grantees.set(namespace, names.add(name));
    this.written = undefined;
    const index = Math.ceil(names.size / MAX_GRANT_ENTRIES) - 1;
    this.make({ apiVersion: GRANT_VERSION, kind: 'ReferenceGrant', metadata: { name: grantName(target, index), namespace } });
  }

  private make(object: KubeObject): void {
    const identity = identityOf(object);
    if (this.made.has(identity)) return;
    const { kind, metadata: { name, namespace } } = object;
    const place = namespace === this.plan.target.routeNamespace && !this.plan.isNamespaceGiven ? {} : { namespace };
    const metadata = { ...kind === 'Gateway' ? this.plan.created?.metadata : {}, name, ...place };
    const content = 'data' in object ? { data: object.data } : { spec: Lazy.any({ produce: () => this.contents().get(identity)?.spec }) };
    this.made.set(identity, new ApiObject(this.scope, `${kind}-${namespace}-${name}`, { apiVersion: object.apiVersion, kind, metadata, ...content } as ApiObjectProps));
  }

  private contents(): ReadonlyMap<string, KubeObject> {
    const count = this.forwards.length;
    if (this.written?.count !== count) {
      this.written = { count, objects: new Map(this.objectsWith(this.forwards).map((object) => [identityOf(object), object])) };
    }
    return this.written.objects;
  }

  private objectsWith(forwards: readonly Forward[]): KubeObject[] {
    const { gateway, target: { implementation, routeApiVersion } } = this.plan;
    return emit(this.base, forwards, { implementation, routeApiVersion, gateway, ownsNamespace: (namespace) => this.grantees.has(namespace) });
  }
}
