import { numberAt, recordAt, textsAt, type FieldPath } from '../../kube/field';
import { isPlaceholder } from '../../kube/placeholder';
import type { Network } from '../../model/network';
import { nodeText, type ObjectNode } from '../../model/object-node';
import { servicePortText, type ServiceNode } from '../../model/service-node';
import type { Verdict } from '../check';
import { verdictOnAbsent } from '../ingress/absent-service';

// What the API server connects to where no port is given.
const DEFAULT_PORT = 443;

/** What is wrong with the Service, or its port, that the API server is to call. */
export function verdictOnCalled(object: ObjectNode, path: FieldPath, verb: string, network: Network): Verdict | undefined {
  const reference = recordAt(object.object, ...path);
  const { name, namespace } = { name: '', namespace: '', ...textsAt(reference) };
  if (name === '' || namespace === '' || [name, namespace, reference.port].some(isPlaceholder)) return undefined;
  const service = network.service(namespace, name);
  if (!service) return verdictOnAbsent({ object, path: [...path, 'name'], namespace, name, verb, mayCrossNamespaces: true }, network);
  const port = numberAt(reference, 'port');
  const isThere = service.ports.some((candidate) => candidate.port === (port ?? DEFAULT_PORT));
  return isThere || !hasKnownPorts(service) ? undefined : {
    object,
    path: port === undefined ? path : [...path, 'port'],
    fact: `${verb} port ${port ?? `${DEFAULT_PORT}, the default,`} of ${nodeText(service)}, which has ${service.ports.map(servicePortText).join(', ')}`,
    fix: `write port: ${service.ports.map((candidate) => candidate.port).join(' or ')}`,
    related: [service],
  };
}

function hasKnownPorts({ type, ports }: ServiceNode): boolean {
  return type !== 'ExternalName' && ports.length > 0 && ports.every(({ port }) => port !== undefined);
}
