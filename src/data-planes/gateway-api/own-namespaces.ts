import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { textAt } from '../../kube/field';
import { keepsPlainData, plainRendering } from '../../kube/plain-rendering';
import { rendered } from '../../kube/rendered';

/** The namespaces in which an app makes Services, so that it writes to them. */
export function ownNamespaces(root: IConstruct): ReadonlySet<string> {
  const isPlain = keepsPlainData(root);
  const services = root.node.findAll().filter((construct) => ApiObject.isApiObject(construct)).filter(({ kind, apiVersion }) => kind === 'Service' && apiVersion === 'v1');
  return new Set(services.flatMap((service) => namespaceOf(service, isPlain) ?? []));
}

/** Nothing where it cannot be rendered: cdk8s is about to say so itself. */
function namespaceOf(service: ApiObject, isPlain: boolean): string | undefined {
  try {
    return textAt((isPlain ? plainRendering(service) : undefined) ?? rendered(service), 'metadata', 'namespace') ?? 'default';
  } catch {
    return undefined;
  }
}
