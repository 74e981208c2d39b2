import { nearEndpoints } from './near-endpoints';
import { ends, type BackendQuestion, type Hop, type Way } from './trace';
import { nodeText } from '../model/object-node';
import type { ServiceNode, ServicePortNode } from '../model/service-node';
import { endpointText, writtenEndpointsOf, type WrittenEndpoint, type WrittenEndpoints } from '../model/written-endpoints';

/** The endpoints of a Service without selector: those that someone wrote down. */
export function traceWritten(service: ServiceNode, port: ServicePortNode, question: BackendQuestion): Way {
  const selector: Hop = { object: service, path: ['spec'], text: 'it has no selector: its endpoints are written down by hand' };
  const written = writtenEndpointsOf(service, port, question.network);
  if (written.length === 0) return { hops: [selector], outcomes: ends('cannot tell', `the endpoints of ${nodeText(service)} are not among the objects`) };
  const hops = [selector, ...written.map((one) => writtenHop(one, port))];
  const all = distinct(written.flatMap(({ endpoints }) => endpoints));
  if (all.length === 0) return { hops, outcomes: ends('refused', question.refuser) };
  const { used, reason, lost } = nearEndpoints(all, service, question);
  return { hops: reason ? [...hops, reason] : hops, outcomes: lost ?? ends('cannot tell', serversText(used)) };
}

/** What the control plane copies from an Endpoints into a slice is there twice. */
function distinct(endpoints: readonly WrittenEndpoint[]): WrittenEndpoint[] {
  return [...new Map(endpoints.map((endpoint) => [endpointText(endpoint), endpoint])).values()];
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
  const text = `port ${match.port ?? '?'}/${match.protocol} has the name of the Service port: ${listed(endpoints.map(({ address }) => address))}`;
  return { object, path: match.path, text: unready > 0 ? `${text}; ${unready} not ready` : text };
}

function serversText(used: readonly WrittenEndpoint[]): string {
  return `whether ${used.length === 1 ? 'the server listens' : `the ${used.length} servers listen`}, outside the manifests: ${listed(used.map(endpointText))}`;
}

function listed(texts: readonly string[]): string {
  if (texts.length === 0) return 'no address';
  return `${texts.slice(0, SHOWN).join(', ')}${texts.length > SHOWN ? ` and ${texts.length - SHOWN} more` : ''}`;
}

const SHOWN = 3;
