import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { textAt } from '../../kube/field';
import { listItems } from '../../kube/list-items';
import { keepsPlainData, plainRendering } from '../../kube/plain-rendering';
import { rendered } from '../../kube/rendered';

/** The namespaces in which an app makes Services, so that it writes to them. */
export function ownNamespaces(root: IConstruct): ReadonlySet<string> {
  const makers = root.node.findAll().filter((construct) => ApiObject.isApiObject(construct)).filter((object) => isService(object) || object.kind.endsWith('List'));
  const services = makers.flatMap((maker) => listItems(objectOf(maker))).filter(isService);
  return new Set(services.map((service) => textAt(service, 'metadata', 'namespace') ?? 'default'));
}

function isService(object: unknown): boolean {
  return textAt(object, 'kind') === 'Service' && textAt(object, 'apiVersion') === 'v1';
}

/** Nothing where it cannot be rendered: cdk8s is about to say so itself. */
function objectOf(maker: ApiObject): unknown {
  try {
    const plain = keepsPlainData(maker) ? plainRendering(maker) : undefined;
    return plain ?? rendered(maker);
  } catch {
    return undefined;
  }
}
