import { ApiObject, JsonPatch, Lazy, type ApiObjectProps } from 'cdk8s';
import { Construct } from 'constructs';
import { streamProtocols } from './controller';
import { servicePortsWith } from './controller-fields';
import type { SourceObjects } from './controller-source';
import type { Controller } from './controller-type';
import { fieldChanges, newConfigMap, newData, type FieldChange } from './field-changes';
import type { StreamProtocol } from './stream-grammar';
import { wireValue } from './wire-value';
import type { Forward } from '../../model/forward';

/** Writes forwards into the objects of a controller, or beside them where someone else applies those. */
export class ControllerWriter {
  /** The objects that it adds to the app. */
  readonly apiObjects: ApiObject[] = [];

  private readonly forwards: Forward[] = [];
  private readonly changes: readonly FieldChange[];
  private readonly protocols = new Set<string>();
  private readonly scopes: ReadonlyMap<StreamProtocol, Construct>;

  constructor(scope: Construct, private readonly objects: SourceObjects, private readonly controller: Controller) {
    this.changes = fieldChanges(controller, [...objects.keys()]);
    this.changes.filter(({ protocol }) => protocol === undefined).forEach((change) => this.patch(change));
    for (const service of controller.services.filter((candidate) => !objects.get(candidate))) {
      // Without the ports that are there: a server-side apply adds these to them. It refuses another type than the one that is there.
      const { metadata: { name, namespace }, spec: { type } } = service;
      const bare = { ...service, spec: { type } };
      const ports = Lazy.any({ produce: () => servicePortsWith(bare, this.forwards) });
      this.add(scope, `Service-${name}`, { apiVersion: 'v1', kind: 'Service', metadata: { name, namespace }, spec: { type, ports } });
    }
    // All at once, so that their order in the output is not the order in which the app forwards.
    this.scopes = new Map(streamProtocols(controller.type).map((protocol) => [protocol, new Construct(scope, protocol)]));
  }

  write(forward: Forward): void {
    const protocol = forward.protocol as StreamProtocol;
    this.forwards.push(forward);
    if (this.protocols.has(protocol)) return;
    this.protocols.add(protocol);
    const change = this.changes.find((candidate) => candidate.protocol === protocol);
    if (change && this.objects.get(change.object)) return this.patch(change);
    const data = Lazy.any({ produce: () => newData(protocol, this.controller, this.forwards) });
    this.add(this.scopes.get(protocol)!, 'Resource', newConfigMap(protocol, this.controller, data));
  }

  private add(scope: Construct, id: string, props: ApiObjectProps): void {
    this.apiObjects.push(new ApiObject(scope, id, props));
  }

  private patch({ object, path, value }: FieldChange): void {
    const apiObject = this.objects.get(object);
    // cdk8s copies the value of a patch through JSON when it synthesizes, which is when `toJSON` is asked: after the last forward.
    apiObject?.addJsonPatch(JsonPatch.add(path, { toJSON: () => wireValue(apiObject, value(this.forwards)) }));
  }
}
