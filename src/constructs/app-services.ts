import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { serviceOf, type KnownService } from './known-service';

/** The Services that an app makes, by name; looked for when the first one is asked for. */
export class AppServices {
  private byName?: ReadonlyMap<string, ApiObject>;

  constructor(private readonly scope: IConstruct) {}

  find(namespace: string, name: string): KnownService | undefined {
    this.byName ??= new Map(servicesIn(this.scope.node.root).map((service) => [`${service.metadata.namespace ?? 'default'}/${service.name}`, service]));
    const found = this.byName.get(`${namespace}/${name}`);
    const known = found && serviceOf(found);
    return known && 'ports' in known ? known : undefined;
  }
}

function servicesIn(root: IConstruct): ApiObject[] {
  return root.node.findAll().filter((construct) => ApiObject.isApiObject(construct)).filter(({ kind, apiVersion }) => kind === 'Service' && apiVersion === 'v1');
}
