import { answerTo, type Answer } from './answer';
import { gatesOf, knownMechanisms, type Cluster } from './mechanism';
import { tiersOf, widening, type NodeLayout, type Tier } from './tier';
import { LABEL_OF_TIER } from './topology-label';
import { KubernetesVersion } from '../values/kubernetes-version';

/** A change that has an order said better than now. */
interface WayOut {
  readonly text: string;
  readonly exact: boolean;
}

/** What would have the order said better than now, or at all, the cheapest change first. */
export function waysOut(order: readonly Tier[], cluster: Cluster, now: Answer | undefined): string[] {
  const ways = [layoutWay(order, cluster), gateWay(order, cluster, now), versionWay(order, cluster, now)].filter((way) => way !== undefined);
  return [...ways.map(({ text }) => text), ...(ways.some(({ exact }) => exact) ? [] : [wayElsewhere(order)])];
}

const CLAIMS: ReadonlyArray<{ readonly layout: NodeLayout; readonly text: string }> = [
  { layout: { singleRegion: true }, text: 'set singleRegion: true if all nodes are in one region' },
  { layout: { singleZone: true }, text: 'set singleZone: true if all nodes are in one zone or none has a zone label' },
];

function layoutWay(order: readonly Tier[], cluster: Cluster): WayOut | undefined {
  const claim = CLAIMS.find(({ layout }) => {
    const tiers = tiersOf(layout);
    const keepsZone = tiers.includes('zone') || !order.includes('zone');
    return keepsZone && tiers.length < cluster.tiers.length && answerTo(order, { ...cluster, tiers })?.distance === 0;
  });
  return claim && { text: claim.text, exact: true };
}

function gateWay(order: readonly Tier[], cluster: Cluster, now: Answer | undefined): WayOut | undefined {
  const gates = knownMechanisms(order, cluster).map((mechanism) => gatesOf(mechanism, cluster.version));
  const ways = gates.map((needed) => {
    const openGates = [...new Set([...cluster.openGates, ...needed])];
    return { openGates, answer: answerTo(order, { ...cluster, openGates }) };
  });
  const way = bestOf(ways, now);
  if (!way) return undefined;
  const missing = way.openGates.filter((gate) => !cluster.openGates.includes(gate));
  const listed = way.openGates.map((gate) => `'${gate}'`).join(', ');
  const { mechanism, distance } = way.answer;
  return {
    text: `have the operator open ${missing.join(' and ')}, and set openFeatureGates: [${listed}]${accepting(way.answer)} for ${mechanism.name}`,
    exact: distance === 0,
  };
}

function versionWay(order: readonly Tier[], cluster: Cluster, now: Answer | undefined): WayOut | undefined {
  const newer = KubernetesVersion._known().filter(({ minor }) => minor > cluster.version.minor);
  const way = bestOf(newer.map((version) => ({ version, answer: answerTo(order, { ...cluster, version, openGates: [] }) })), now);
  if (!way) return undefined;
  const { mechanism, difference, distance } = way.answer;
  const remaining = difference === undefined || now ? '' : `, which differs: ${difference}`;
  return {
    text: `target Kubernetes ${way.version} or newer${accepting(way.answer)} for ${mechanism.name}${remaining}`,
    exact: distance === 0,
  };
}

/** The first of the best answers, if it is better than the one now. */
function bestOf<W extends { readonly answer?: Answer }>(ways: readonly W[], now: Answer | undefined): W & { readonly answer: Answer } | undefined {
  const answered = ways.filter((way): way is W & { readonly answer: Answer } => way.answer !== undefined);
  const best = [...answered].sort((a, b) => a.answer.distance - b.answer.distance).at(0);
  return best && best.answer.distance < (now?.distance ?? Infinity) ? best : undefined;
}

function accepting({ distance }: Answer): string {
  return distance > 0 ? ' with whenInexact: WhenInexact.ACCEPT_NEAREST' : '';
}

function wayElsewhere(order: readonly Tier[]): string {
  if (order.includes('cluster')) return failover(order.filter((tier) => tier !== 'cluster'));
  const place = order.includes('region') ? 'region' : 'zone';
  return `make one Service for each ${place}, whose selector names the ${place} that its Pods are labelled with, and have clients call that of their own ${place}`;
}

// The list is broad to narrow: https://istio.io/latest/docs/reference/config/networking/destination-rule/#LocalityLoadBalancerSetting
function failover(order: readonly Tier[]): string {
  const labels = [...widening(order)].reverse().map((tier) => `"${LABEL_OF_TIER[tier]}"`).join(', ');
  return `in an Istio mesh write a DestinationRule with failoverPriority: [${labels}] and outlierDetection`;
}
