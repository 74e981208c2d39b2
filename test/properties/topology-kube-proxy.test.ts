import * as fc from 'fast-check';
import * as l4 from '../../src';
import { synthesize } from '../manifest';
import { MINORS, ORDERS } from '../topology/orders';

interface Node { readonly name: string; readonly zone?: string; readonly region?: string }

const LABELS = { 'kubernetes.io/hostname': 'name', 'topology.kubernetes.io/zone': 'zone', 'topology.kubernetes.io/region': 'region' } as const;

/** Nodes of any zones and regions, and the nodes that run a ready Pod each. */
const place = fc.record({ name: fc.nat(9), zone: fc.nat(3), region: fc.nat(1) });
const world = fc.uniqueArray(place, { minLength: 1, maxLength: 8, selector: ({ name }) => name })
  .map((places) => places.map(({ name, zone, region }): Node => ({ name: `node-${name}`, zone: `zone-${region}-${zone}`, region: `region-${region}` })))
  .chain((nodes) => fc.record({ nodes: fc.constant(nodes), pods: fc.subarray(nodes) }));

/** The Pods that a client on a node is to be sent to: the first key wins that has one. */
function wished(prefer: readonly l4.TopologyKey[], client: Node, pods: readonly Node[]): Node[] {
  const keys = prefer.length > 0 ? prefer : [l4.TopologyKey.ANY];
  const found = keys.map(({ label }) => label === '*' ? [...pods] : matching(label as keyof typeof LABELS, client, pods));
  return found.find((some) => some.length > 0) ?? [];
}

function matching(label: keyof typeof LABELS, client: Node, pods: readonly Node[]): Node[] {
  const field = LABELS[label];
  return pods.filter((pod) => client[field] !== undefined && pod[field] === client[field]);
}

/** What kube-proxy does with a manifest: https://github.com/kubernetes/kubernetes/tree/v1.21.0/pkg/proxy and v1.34.0. */
function proxied({ spec, metadata }: any, minor: number, client: Node, pods: readonly Node[]): Node[] {
  if (spec.topologyKeys) {
    // The controller of 1.21 writes no region.
    const endpoints = pods.map((pod) => minor < 21 ? pod : { ...pod, region: undefined });
    const names = wished(spec.topologyKeys.map((label: string) => ({ label })), client, endpoints).map(({ name }) => name);
    return pods.filter(({ name }) => names.includes(name));
  }
  if (spec.internalTrafficPolicy === 'Local') return matching('kubernetes.io/hostname', client, pods);
  const sameNode = matching('kubernetes.io/hostname', client, pods);
  if (spec.trafficDistribution === 'PreferSameNode' && sameNode.length > 0) return sameNode;
  const isHinted = spec.trafficDistribution !== undefined || Object.values(metadata.annotations ?? {}).includes('Auto');
  const sameZone = pods.every(({ zone }) => zone) ? matching('topology.kubernetes.io/zone', client, pods) : [];
  return isHinted && sameZone.length > 0 ? sameZone : [...pods];
}

interface Answer { readonly object: any; readonly rendering: l4.TopologyRendering }

function answerOf(prefer: l4.TopologyKey[], minor: number, options: Partial<l4.TopologyAwareServiceProps>): Answer | undefined {
  let rendering: l4.TopologyRendering | undefined;
  try {
    const manifest = synthesize((chart) => {
      rendering = new l4.TopologyAwareService(chart, 'near', {
        selector: l4.PodSelector.labels({ app: 'near' }),
        ports: [{ servicePort: 80 }],
        prefer,
        kubernetesVersion: l4.KubernetesVersion.of(`1.${minor}`),
        whenInexact: l4.WhenInexact.ACCEPT_NEAREST,
        ...options,
      }).rendering;
    });
    return rendering && { object: manifest.object('Service'), rendering };
  } catch (error) {
    if (!/cannot say/.test((error as Error).message)) throw error;
    return undefined;
  }
}

const order = fc.constantFrom(...ORDERS);
const minor = fc.constantFrom(...MINORS);

test('what is called exact sends every client where the order says', () => {
  fc.assert(fc.property(order, minor, world, (prefer, version, { nodes, pods }) => {
    const answer = answerOf(prefer, version, {});
    fc.pre(answer?.rendering.exact === true);
    nodes.forEach((client) => expect(proxied(answer?.object, version, client, pods)).toEqual(wished(prefer, client, pods)));
  }), { numRuns: 1000 });
});

test('what is called exact in one region is exact there', () => {
  fc.assert(fc.property(order, minor, world, fc.boolean(), (prefer, version, { nodes, pods }, labelled) => {
    const answer = answerOf(prefer, version, { singleRegion: true });
    fc.pre(answer?.rendering.exact === true);
    const inOneRegion = (node: Node): Node => ({ ...node, region: labelled ? 'region' : undefined });
    const asked = prefer.map((key) => key === l4.TopologyKey.REGION ? l4.TopologyKey.ANY : key);
    const endpoints = pods.map(inOneRegion);
    nodes.map(inOneRegion).forEach((client) => expect(proxied(answer?.object, version, client, endpoints)).toEqual(wished(asked, client, endpoints)));
  }), { numRuns: 1000 });
});

test('what is called exact in one zone is exact there, with and without zone labels', () => {
  fc.assert(fc.property(order, minor, world, fc.boolean(), (prefer, version, { nodes, pods }, labelled) => {
    const answer = answerOf(prefer, version, { singleZone: true });
    fc.pre(answer?.rendering.exact === true);
    const inOneZone = ({ name }: Node): Node => ({ name, zone: labelled ? 'zone' : undefined, region: labelled ? 'region' : undefined });
    const asked = prefer.map((key) => key === l4.TopologyKey.HOSTNAME ? key : l4.TopologyKey.ANY);
    const endpoints = pods.map(inOneZone);
    nodes.map(inOneZone).forEach((client) => expect(proxied(answer?.object, version, client, endpoints)).toEqual(wished(asked, client, endpoints)));
  }), { numRuns: 1000 });
});

test('the nearest fails no connection that the order lets through', () => {
  fc.assert(fc.property(order, minor, world, (prefer, version, { nodes, pods }) => {
    const answer = answerOf(prefer, version, {});
    fc.pre(answer !== undefined);
    const failed = nodes.filter((client) => wished(prefer, client, pods).length > 0 && proxied(answer?.object, version, client, pods).length === 0);
    expect(failed).toEqual([]);
  }), { numRuns: 1000 });
});
