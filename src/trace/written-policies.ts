import type { ReplacedAddress } from './policy-peers';
import { policyVerdict, type PolicyVerdict } from './policy-verdict';
import type { BackendQuestion, Outcome, Way } from './trace';
import { listAt, pathText, textAt } from '../kube/field';
import { groupedBy } from '../model/grouped-by';
import { nodeText } from '../model/object-node';
import type { ServiceNode, ServicePortNode } from '../model/service-node';
import { endpointText, type WrittenEndpoint } from '../model/written-endpoints';

/** What the NetworkPolicies of the client make of connections to addresses that someone wrote down. */
export function throughPolicies(endpoints: readonly WrittenEndpoint[], entry: Entry, question: BackendQuestion): Way {
  const judged = endpoints.map((endpoint) => ({ endpoint, verdict: verdictOn(endpoint, entry, question) }));
  const groups = [...groupedBy(judged, ({ verdict }) => verdictText(verdict)).values()]
    .map((group) => ({ verdict: group[0].verdict, addresses: group.map(({ endpoint }) => endpoint) }));
  return {
    hops: groups.flatMap(({ verdict, addresses }) => verdict.hops.map((hop) => groups.length > 1 ? { ...hop, text: `for ${listed(addresses)}: ${hop.text}` } : hop)),
    outcomes: groups.map(({ verdict, addresses }) => ({ ...endOf(verdict, addresses), share: addresses.length / endpoints.length })),
  };
}

/** The Service that a client connects to, and its port. */
interface Entry {
  readonly service: ServiceNode;
  readonly port: ServicePortNode;
}

function verdictOn({ address, port: targetPort }: WrittenEndpoint, { service, port }: Entry, question: BackendQuestion): PolicyVerdict {
  const { client, network, locality } = question;
  if (targetPort === undefined) return { isLetThrough: 'yes', hops: [] };
  // Where nobody chooses by place, the client connects to the endpoint itself.
  const replaced: ReplacedAddress | undefined = locality && { addresses: addressesOf(service), servicePort: port.port };
  return policyVerdict(client, { written: { address, service: replaced }, targetPort, protocol: port.protocol }, network);
}

/** The addresses that clients connect to, where these are all. */
function addressesOf({ type, object }: ServiceNode): string[] {
  if (type !== 'ClusterIP' || listAt(object, 'spec', 'externalIPs').length > 0) return [];
  const given = [textAt(object, 'spec', 'clusterIP'), ...listAt(object, 'spec', 'clusterIPs')];
  return [...new Set(given.filter((address) => typeof address === 'string' && address !== ''))] as string[];
}

/** What connections that end alike have in common. */
function verdictText({ isLetThrough, hops }: PolicyVerdict): string {
  return [isLetThrough, ...hops.map(({ object, path, text }) => `${object ? nodeText(object) : ''} ${path ? pathText(path) : ''} ${text}`)].join('\n');
}

function endOf({ isLetThrough, reason }: PolicyVerdict, endpoints: readonly WrittenEndpoint[]): Omit<Outcome, 'share'> {
  const isOne = endpoints.length === 1;
  if (isLetThrough === 'no') return { result: 'timed out', text: `to ${listed(endpoints)}: ${reason}` };
  if (isLetThrough === 'unclear') return { result: 'cannot tell', text: `whether ${listed(endpoints)} ${isOne ? 'is' : 'are'} reached: ${reason}` };
  return { result: 'cannot tell', text: `whether ${isOne ? 'the server listens' : `the ${endpoints.length} servers listen`}, outside the manifests: ${listed(endpoints)}` };
}

function listed(endpoints: readonly WrittenEndpoint[]): string {
  return listedAddresses(endpoints.map(endpointText));
}

/** The first of some addresses, and how many more there are. */
export function listedAddresses(texts: readonly string[]): string {
  if (texts.length === 0) return 'no address';
  return `${texts.slice(0, SHOWN).join(', ')}${texts.length > SHOWN ? ` and ${texts.length - SHOWN} more` : ''}`;
}

const SHOWN = 3;
