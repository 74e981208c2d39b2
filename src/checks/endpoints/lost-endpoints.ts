import { meantService } from './meant-service';
import { isPlaceholder } from '../../kube/placeholder';
import type { EndpointsNode } from '../../model/endpoints-node';
import type { Network } from '../../model/network';
import { nodeText } from '../../model/object-node';
import type { Verdict } from '../check';

/** What to say of endpoints whose Service is not among the objects: an error where the objects show which one was meant. */
export function verdictOnLost(endpoints: EndpointsNode, network: Network): Verdict | undefined {
  const { serviceName, namespace } = endpoints;
  if (serviceName === undefined || [serviceName, namespace].some(isPlaceholder) || network.service(namespace, serviceName)) return undefined;
  const found = meantService(endpoints, network);
  if (!found) return { object: endpoints, cannotTell: `Service ${namespace}/${serviceName} is not among the objects` };
  const { service: meant, isCertain } = found;
  const isElsewhere = meant.namespace !== namespace;
  return {
    object: endpoints,
    path: isElsewhere && endpoints.isNamespaceGiven ? ['metadata', 'namespace'] : endpoints.serviceNamePath,
    fact: `belongs to Service ${namespace}/${serviceName}, which is not among the objects, while ${nodeText(meant)} has neither selector nor endpoints`,
    fix: isElsewhere ? `write metadata.namespace: ${meant.namespace}` : fixFor(endpoints, meant.name),
    related: [meant],
    severity: isCertain ? 'error' : 'warning',
  };
}

function fixFor({ serviceNamePath }: EndpointsNode, name: string): string {
  return serviceNamePath[1] === 'name' ? `rename it to ${name}` : `write ${serviceNamePath[2]}: ${name}`;
}
