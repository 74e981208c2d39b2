import type { Chart } from 'cdk8s';
import * as l4 from '../../src';
import { refusal, synthesize, type Manifest } from '../manifest';

const { HOSTNAME, ZONE, REGION, ANY } = l4.TopologyKey;
const { ACCEPT_NEAREST } = l4.WhenInexact;
const { CLUSTER_IP, NODE_PORT, LOAD_BALANCER } = l4.TopologyAwareServiceType;
const { LOCAL, CLUSTER } = l4.TrafficPolicy;

type Options = Partial<Omit<l4.TopologyAwareServiceProps, 'kubernetesVersion'>>;

function service(chart: Chart, version: string, prefer: l4.TopologyKey[], options: Options = {}): l4.TopologyAwareService {
  return new l4.TopologyAwareService(chart, 'my-service', {
    selector: l4.PodSelector.labels({ app: 'my-app' }),
    ports: [{ servicePort: 80, targetPort: 9376 }],
    prefer,
    kubernetesVersion: l4.KubernetesVersion.of(version),
    ...options,
  });
}

const manifest = (version: string, prefer: l4.TopologyKey[], options?: Options): Manifest =>
  synthesize((chart) => service(chart, version, prefer, options));
const message = (version: string, prefer: l4.TopologyKey[], options?: Options): string =>
  refusal((chart) => service(chart, version, prefer, options));
const rendered = (version: string, prefer: l4.TopologyKey[], options?: Options): l4.TopologyAwareService => {
  const made: l4.TopologyAwareService[] = [];
  synthesize((chart) => made.push(service(chart, version, prefer, options)));
  return made[0];
};

describe('topologyKeys, on Kubernetes 1.20', () => {
  test('only Pods on the client\'s node', () => {
    expect(manifest('1.20', [HOSTNAME])).toMatchSnapshot();
  });

  test('the client\'s node first, then any Pod', () => {
    expect(manifest('1.20', [HOSTNAME, ANY])).toMatchSnapshot();
  });

  test('only the client\'s zone or its region', () => {
    expect(manifest('1.20', [ZONE, REGION])).toMatchSnapshot();
  });

  test('node, zone and region in this order, then any Pod', () => {
    expect(manifest('1.20', [HOSTNAME, ZONE, REGION, ANY])).toMatchSnapshot();
  });

  test('what an older manifest says is the same order', () => {
    const labels = ['kubernetes.io/hostname', 'topology.kubernetes.io/zone', 'topology.kubernetes.io/region', '*'];
    expect(manifest('1.20', labels.map((label) => l4.TopologyKey.of(label))).yaml).toBe(manifest('1.20', [HOSTNAME, ZONE, REGION, ANY]).yaml);
  });

  test('in one zone, asked for by itself, the zone needs no key', () => {
    expect(manifest('1.20', [ZONE], { singleZone: true }).object('Service').spec).not.toHaveProperty('topologyKeys');
  });

  test('in one region the region is any Pod, on nodes without a region label too', () => {
    const { topologyKeys } = manifest('1.20', [ZONE, REGION], { singleRegion: true }).object('Service').spec;
    expect(topologyKeys).toEqual([ZONE.label, ANY.label]);
  });

  test('on 1.21, where a region key matches nothing, the nearest falls back to any Pod', () => {
    const { topologyKeys } = manifest('1.21', [ZONE, REGION], { whenInexact: ACCEPT_NEAREST }).object('Service').spec;
    expect(topologyKeys).toEqual([ZONE.label, ANY.label]);
  });
});

describe('the ways of newer versions', () => {
  test('internalTrafficPolicy: Local keeps connections on the node', () => {
    expect(manifest('1.22', [HOSTNAME])).toMatchSnapshot();
  });

  test('the annotation topology-aware-hints up to 1.26', () => {
    expect(manifest('1.24', [ZONE, ANY], { whenInexact: ACCEPT_NEAREST })).toMatchSnapshot();
  });

  test('the annotation topology-mode from 1.27 on', () => {
    expect(manifest('1.27', [ZONE, ANY], { whenInexact: ACCEPT_NEAREST, metadata: { annotations: { team: 'shop' } } })).toMatchSnapshot();
  });

  test('trafficDistribution: PreferClose from 1.31 on', () => {
    expect(manifest('1.31', [ZONE, ANY])).toMatchSnapshot();
  });

  test('trafficDistribution: PreferSameZone from 1.34 on', () => {
    expect(manifest('1.34', [ZONE, ANY])).toMatchSnapshot();
  });

  test('trafficDistribution: PreferSameNode from 1.34 on', () => {
    expect(manifest('1.34', [HOSTNAME, ZONE, ANY])).toMatchSnapshot();
  });

  test('no preference says nothing, and ANY alone is none', () => {
    expect(manifest('1.34', [])).toMatchSnapshot();
    expect(manifest('1.20', [ANY]).yaml).toBe(manifest('1.34', []).yaml);
  });

  test('a node port with its own policy for connections from outside', () => {
    const ports = [{ servicePort: 80, targetPort: 9376, nodePort: 30080 }];
    expect(manifest('1.34', [ZONE, ANY], { type: NODE_PORT, ports, externalTrafficPolicy: LOCAL })).toMatchSnapshot();
  });

  test('a load balancer with its provider\'s annotations beside ours', () => {
    const options: Options = {
      type: LOAD_BALANCER,
      sourceRanges: ['198.51.100.0/24'],
      loadBalancer: l4.LoadBalancer.azure({ internal: true }),
      whenInexact: ACCEPT_NEAREST,
    };
    expect(manifest('1.27', [ZONE, ANY], options)).toMatchSnapshot();
  });

  test('a policy that says what the order says is accepted', () => {
    expect(manifest('1.34', [HOSTNAME], { internalTrafficPolicy: LOCAL }).object('Service').spec.internalTrafficPolicy).toBe('Local');
    expect(manifest('1.34', [ZONE, ANY], { internalTrafficPolicy: CLUSTER }).object('Service').spec.internalTrafficPolicy).toBe('Cluster');
  });
});

describe('what is told of it', () => {
  test.each([
    ['1.17', ['ServiceTopology', 'EndpointSlice']],
    ['1.18', ['ServiceTopology', 'EndpointSliceProxying']],
    ['1.19', ['ServiceTopology']],
    ['1.20', ['ServiceTopology']],
    ['1.21', ['ServiceTopology']],
    ['1.31', []],
  ])('on %s the operator must have opened %j', (version, gates) => {
    expect(rendered(version, [ZONE, ANY]).requiredFeatureGates).toEqual(gates);
  });

  test.each([
    ['1.21', 'ServiceInternalTrafficPolicy', 'internalTrafficPolicy: Local', [HOSTNAME]],
    ['1.23', 'TopologyAwareHints', 'annotation service.kubernetes.io/topology-aware-hints: Auto', [ZONE, ANY]],
    ['1.30', 'ServiceTrafficDistribution', 'trafficDistribution: PreferClose', [ZONE, ANY]],
    ['1.33', 'PreferSameTrafficDistribution', 'trafficDistribution: PreferSameNode', [HOSTNAME, ZONE, ANY]],
  ])('on %s the open gate %s makes way for %s', (version, gate, mechanism, prefer) => {
    const { rendering, requiredFeatureGates } = rendered(version, prefer, { openFeatureGates: [gate], whenInexact: ACCEPT_NEAREST });
    expect([rendering.mechanism, requiredFeatureGates]).toEqual([mechanism, [gate]]);
  });

  test('an open gate is not used where the same is said without', () => {
    expect(rendered('1.33', [ZONE, ANY], { openFeatureGates: ['PreferSameTrafficDistribution'] }).rendering.mechanism).toBe('trafficDistribution: PreferClose');
  });

  test('how an exact order was said', () => {
    expect(rendered('1.34', [ZONE, ANY]).rendering).toEqual({ mechanism: 'trafficDistribution: PreferSameZone', exact: true });
  });

  test('what the nearest does otherwise', () => {
    const differences = [[HOSTNAME, ANY], [ZONE], [REGION, ANY], [ZONE, REGION], [HOSTNAME, ZONE, REGION], [HOSTNAME, REGION]].map((prefer) => {
      const { mechanism, difference } = rendered('1.34', prefer, { whenInexact: ACCEPT_NEAREST }).rendering;
      return `[${prefer.join(', ')}]\n  ${mechanism}\n  ${difference?.replaceAll('; ', '\n  ')}`;
    });
    expect(differences.join('\n')).toMatchSnapshot();
  });
});

describe('an order that the target cannot say', () => {
  test('zone before any on 1.30, where the hints are only near', () => {
    expect(message('1.30', [ZONE, ANY])).toMatchSnapshot();
  });

  test('zone before any on 1.22, where nothing is near', () => {
    expect(message('1.22', [ZONE, ANY])).toMatchSnapshot();
  });

  test('node before any on 1.32, even if the nearest were accepted', () => {
    expect(message('1.32', [HOSTNAME, ANY], { whenInexact: ACCEPT_NEAREST })).toMatchSnapshot();
  });

  test('node before any on 1.34, where a zone comes between', () => {
    expect(message('1.34', [HOSTNAME, ANY])).toMatchSnapshot();
  });

  test('only the zone on 1.34, where any Pod is the fallback', () => {
    expect(message('1.34', [ZONE])).toMatchSnapshot();
  });

  test('node, zone and region on 1.31', () => {
    expect(message('1.31', [HOSTNAME, ZONE, REGION])).toMatchSnapshot();
  });

  test('zone and region on 1.34, which knows no region', () => {
    expect(message('1.34', [ZONE, REGION, ANY])).toMatchSnapshot();
  });

  test('zone and region on 1.21, where endpoints do not tell their region', () => {
    expect(message('1.21', [ZONE, REGION])).toMatchSnapshot();
  });

  test('region before any on 1.21', () => {
    expect(message('1.21', [REGION, ANY])).toMatchSnapshot();
  });

  test('node before any on 1.20 without the gate of topologyKeys', () => {
    expect(message('1.20', [HOSTNAME, ANY], { openFeatureGates: [] })).toMatchSnapshot();
  });

  test('one of two gates is not enough on 1.17', () => {
    expect(message('1.17', [ZONE, ANY], { openFeatureGates: ['ServiceTopology'] })).toMatchSnapshot();
  });

  test('node before any on 1.33, where a gate would help', () => {
    expect(message('1.33', [HOSTNAME, ANY])).toMatchSnapshot();
  });
});

describe('mistakes in the order', () => {
  test('a key twice', () => {
    expect(message('1.34', [ZONE, ZONE, ANY])).toMatchSnapshot();
  });

  test('a key behind ANY', () => {
    expect(message('1.34', [ANY, ZONE])).toMatchSnapshot();
  });

  test('seventeen keys', () => {
    expect(message('1.20', Array<l4.TopologyKey>(17).fill(ZONE))).toMatchSnapshot();
  });

  test('text in place of a key', () => {
    expect(message('1.34', ['topology.kubernetes.io/zone', ANY] as unknown as l4.TopologyKey[])).toMatchSnapshot();
  });

  test('one key in place of a list', () => {
    expect(message('1.34', ZONE as unknown as l4.TopologyKey[])).toMatchSnapshot();
  });

  test('no order at all', () => {
    expect(message('1.34', undefined as unknown as l4.TopologyKey[])).toMatchSnapshot();
  });

  test('a word that is no WhenInexact', () => {
    expect(message('1.30', [ZONE, ANY], { whenInexact: 'accept' as l4.WhenInexact })).toMatchSnapshot();
  });

  test('text in place of true', () => {
    expect(message('1.34', [ZONE, REGION], { singleRegion: 'true' as unknown as boolean })).toMatchSnapshot();
  });

  test('a gate with its value', () => {
    expect(message('1.23', [ZONE, ANY], { openFeatureGates: ['TopologyAwareHints=true'] })).toMatchSnapshot();
  });

  test('a gate that is not in a list', () => {
    expect(message('1.23', [ZONE, ANY], { openFeatureGates: 'TopologyAwareHints' as unknown as string[] })).toMatchSnapshot();
  });
});

describe('contradictions', () => {
  test('internalTrafficPolicy Local beside a wider order', () => {
    expect(message('1.34', [ZONE, ANY], { internalTrafficPolicy: LOCAL })).toMatchSnapshot();
  });

  test('internalTrafficPolicy Cluster beside an order that stays on the node', () => {
    expect(message('1.34', [HOSTNAME], { internalTrafficPolicy: CLUSTER })).toMatchSnapshot();
  });

  test('externalTrafficPolicy Local beside topologyKeys', () => {
    expect(message('1.20', [ZONE, ANY], { type: NODE_PORT, externalTrafficPolicy: LOCAL })).toMatchSnapshot();
  });

  test('externalTrafficPolicy Local beside the hints of 1.23', () => {
    const options = { type: NODE_PORT, externalTrafficPolicy: LOCAL, openFeatureGates: ['TopologyAwareHints'], whenInexact: ACCEPT_NEAREST };
    expect(message('1.23', [ZONE, ANY], options)).toMatchSnapshot();
    expect(manifest('1.24', [ZONE, ANY], { ...options, openFeatureGates: [] }).object('Service').spec.externalTrafficPolicy).toBe('Local');
  });

  test('a node port that stays on the node on 1.23', () => {
    expect(message('1.23', [HOSTNAME], { type: NODE_PORT })).toMatchSnapshot();
    expect(manifest('1.24', [HOSTNAME], { type: NODE_PORT }).object('Service').spec.internalTrafficPolicy).toBe('Local');
  });

  test('a load balancer with externalTrafficPolicy Local that stays on the node on 1.22', () => {
    expect(message('1.22', [HOSTNAME], { type: LOAD_BALANCER, externalTrafficPolicy: LOCAL })).toMatchSnapshot();
  });

  test('the Auto annotation beside trafficDistribution, which it would override', () => {
    const annotations = { 'service.kubernetes.io/topology-mode': 'Auto' };
    expect(message('1.34', [ZONE, ANY], { metadata: { annotations } })).toMatchSnapshot();
  });

  test('fields of a node port on a CLUSTER_IP', () => {
    const ports = [{ servicePort: 80, nodePort: 30080 }];
    expect(message('1.34', [ZONE, ANY], { type: CLUSTER_IP, ports, externalTrafficPolicy: CLUSTER })).toMatchSnapshot();
  });

  test('fields of a load balancer on a NODE_PORT', () => {
    expect(message('1.34', [ZONE, ANY], { type: NODE_PORT, sourceRanges: ['198.51.100.0/24'], allocateLoadBalancerNodePorts: false })).toMatchSnapshot();
  });

  test('a type that there is not', () => {
    expect(message('1.34', [ZONE, ANY], { type: 'Headless' as l4.TopologyAwareServiceType })).toMatchSnapshot();
  });

  test('everything wrong comes in one message', () => {
    expect(message('1.30', [ZONE], {
      ports: [{ servicePort: 0 }],
      selector: l4.PodSelector.labels({}),
      internalTrafficPolicy: LOCAL,
      metadata: { annotations: { 'service.kubernetes.io/topology-aware-hints': 'Auto' } },
    })).toMatchSnapshot();
  });
});
