import { nearEndpoints } from './near-endpoints';
import { ends, type BackendQuestion, type Hop, type Way } from './trace';
import { listedAddresses, throughPolicies } from './written-policies';
import { nodeText } from '../model/object-node';
import type { ServiceNode, ServicePortNode } from '../model/service-node';
import { distinct, writtenEndpointsOf, type WrittenEndpoints } from '../model/written-endpoints';

/** The endpoints of a Service without selector: those that someone wrote down. */
export function traceWritten(service: ServiceNode, port: ServicePortNode, question: BackendQuestion): Way {
  const selector: Hop = { object: service, path: ['spec'], text: 'it has no selector: its endpoints are written down by hand' };
  const written = writtenEndpointsOf(service, port, question.network);
  if (written.length === 0) return { hops: [selector], outcomes: ends('cannot tell', `the endpoints of ${nodeText(service)} are not among the objects`) };
  const hops = [selector, ...written.map((one) => writtenHop(one, port))];
  const listening = distinct(written.flatMap(({ endpoints }) => endpoints));
  const all = service.isHeadless ? listening.map((endpoint) => ({ ...endpoint, port: port.port })) : listening;
  if (all.length === 0) return { hops, outcomes: ends('refused', question.refuser) };
  const { used, reason, lost } = nearEndpoints(all, service, question);
  const near = reason ? [...hops, reason] : hops;
  if (lost) return { hops: near, outcomes: lost };
  const { hops: policies, outcomes } = throughPolicies(used, { service, port }, question);
  return { hops: [...near, ...policies], outcomes };
}

function writtenHop({ object, port: match, endpoints, isFqdn }: WrittenEndpoints, port: ServicePortNode): Hop {
  if (isFqdn) return { object, path: ['addressType'], text: 'it has host names, and kube-proxy takes addresses only: it ignores them' };
  if (!match) {
    return {
      object,
      path: object.ports[0]?.path,
      text: `no port has the name "${port.name ?? ''}" and the protocol ${port.protocol} of the Service port: kube-proxy ignores it`,
    };
  }
  const unready = object.addresses.filter(({ isReady }) => !isReady).length;
  const text = `port ${match.port ?? '?'}/${match.protocol} has the name of the Service port: ${listedAddresses(endpoints.map(({ address }) => address))}`;
  return { object, path: match.path, text: unready > 0 ? `${text}; ${unready} not ready` : text };
}

