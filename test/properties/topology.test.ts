import * as fc from 'fast-check';
import { GATES, topologyRequestsFor, type TopologyRequest } from './topology-requests';
import * as l4 from '../../src';
import { refusal, synthesize } from '../manifest';
import { MINORS } from '../topology/orders';

const request = topologyRequestsFor(MINORS, GATES);

function outcomeOf({ prefer, minor, options }: TopologyRequest): { readonly object?: any; readonly message?: string } {
  const build = (chart: Parameters<Parameters<typeof synthesize>[0]>[0]) => new l4.TopologyAwareService(chart, 'near', {
    selector: l4.PodSelector.labels({ app: 'near' }),
    ports: [{ servicePort: 80 }],
    prefer,
    kubernetesVersion: l4.KubernetesVersion.of(`1.${minor}`),
    ...options,
  });
  try {
    return { object: synthesize(build).object('Service') };
  } catch {
    return { message: refusal(build) };
  }
}

function law(name: string, holds: (request: TopologyRequest, object: any) => void): void {
  test(name, () => fc.assert(fc.property(request, (asked) => {
    const { object } = outcomeOf(asked);
    if (object) holds(asked, object);
  }), { numRuns: 1000 }));
}

const hintAnnotations = ({ metadata }: any) => Object.keys(metadata.annotations ?? {}).filter((key) => key.startsWith('service.kubernetes.io/topology-'));

test('a service is made, or refused with a place, a reason, a way out and a page for each problem', () => {
  fc.assert(fc.property(request, (asked) => {
    const { object, message = '' } = outcomeOf(asked);
    if (object) return;
    const lines = ['at', 'why', 'fix', 'see'].map((word) => message.split('\n').filter((line) => new RegExp(`^  ${word} +\\S`).test(line)).length);
    expect(new Set(lines).size).toBe(1);
    expect(lines[0]).toBeGreaterThan(0);
    expect(message).not.toMatch(/undefined|\[object|NaN|TypeError/);
  }), { numRuns: 1000 });
});

law('one mechanism at most', ({ options }, object) => {
  const { topologyKeys, trafficDistribution, internalTrafficPolicy } = object.spec;
  const said = [topologyKeys, trafficDistribution, internalTrafficPolicy === 'Local' ? 'Local' : undefined, ...hintAnnotations(object)];
  expect(said.filter((one) => one !== undefined).length).toBeLessThanOrEqual(1);
  expect(options.internalTrafficPolicy ?? internalTrafficPolicy).toBe(internalTrafficPolicy);
});

law('topologyKeys only where the API server has it', ({ minor }, { spec }) => {
  expect(spec.topologyKeys === undefined || minor < 22).toBe(true);
  expect(spec.topologyKeys === undefined || spec.externalTrafficPolicy !== 'Local').toBe(true);
});

law('trafficDistribution only where the API server has it, and never with an annotation', ({ minor, options }, object) => {
  const { trafficDistribution } = object.spec;
  if (trafficDistribution === undefined) return;
  const gates = options.openFeatureGates ?? [];
  const since = trafficDistribution === 'PreferClose' ? { on: 31, alpha: 30, gate: 'ServiceTrafficDistribution' } : { on: 34, alpha: 33, gate: 'PreferSameTrafficDistribution' };
  expect(minor >= since.on || (minor >= since.alpha && gates.includes(since.gate))).toBe(true);
  expect(hintAnnotations(object)).toEqual([]);
});

law('only an order that stays on the node becomes internalTrafficPolicy: Local', ({ prefer, options }, { spec }) => {
  if (spec.internalTrafficPolicy !== 'Local') return;
  expect(prefer[0]).toBe(l4.TopologyKey.HOSTNAME);
  expect(prefer).not.toContain(l4.TopologyKey.ANY);
  expect(prefer.length).toBe(1);
  expect(options.internalTrafficPolicy).not.toBe('Cluster');
});

test('what is accepted strictly is the same when the nearest is accepted', () => {
  fc.assert(fc.property(request, (asked) => {
    const strict = outcomeOf({ ...asked, options: { ...asked.options, whenInexact: l4.WhenInexact.REFUSE } });
    const lenient = outcomeOf({ ...asked, options: { ...asked.options, whenInexact: l4.WhenInexact.ACCEPT_NEAREST } });
    if (strict.object) expect(lenient).toEqual(strict);
  }), { numRuns: 500 });
});

test('accepting the nearest refuses nothing that is only weaker', () => {
  fc.assert(fc.property(request, (asked) => {
    const { message } = outcomeOf({ ...asked, options: { ...asked.options, whenInexact: l4.WhenInexact.ACCEPT_NEAREST } });
    expect(message ?? '').not.toMatch(/cannot say exactly/);
  }), { numRuns: 500 });
});

test('from 1.24 on every order that names the zone is said, at least nearly', () => {
  fc.assert(fc.property(request, ({ prefer, minor }) => {
    fc.pre(minor >= 24 && prefer.includes(l4.TopologyKey.ZONE));
    const { object } = outcomeOf({ prefer, minor, options: { whenInexact: l4.WhenInexact.ACCEPT_NEAREST } });
    expect(object).toBeDefined();
  }));
});
