import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { textAt } from '../../kube/field';
import { keepsPlainData, plainRendering } from '../../kube/plain-rendering';
import { rendered } from '../../kube/rendered';

/** The namespaces in which an app makes Services, so that it writes to them. */
export function ownNamespaces(root: IConstruct): ReadonlySet<string> {
  const services = root.node.findAll().filter((construct) => ApiObject.isApiObject(construct)).filter(({ kind, apiVersion }) => kind === 'Service' && apiVersion === 'v1');
  return new Set(services.flatMap((service) => namespaceOf(service) ?? []));
}

/** Nothing where it cannot be rendered: cdk8s is about to say so itself. */
function namespaceOf(service: ApiObject): string | undefined {
  try {
    const plain = keepsPlainData(service) ? plainRendering(service) : undefined;
    return textAt(plain ?? rendered(service), 'metadata', 'namespace') ?? 'default';
  } catch {
    return undefined;
  }
}
