import { KubernetesVersion } from '../../src';
import { CAPABILITIES, isUsable, stageOf, type Capability, type CapabilityName } from '../../src/values/capabilities';
import { capabilityFault } from '../../src/values/capability-fault';

const NAMES = Object.keys(CAPABILITIES) as CapabilityName[];
const VERSIONS = Array.from({ length: 20 }, (_, index) => KubernetesVersion.of(`1.${17 + index}`));

const usableIn = (name: CapabilityName, gates: readonly string[] = []) => VERSIONS.filter((version) => isUsable(name, version, gates)).map(String);

test('a field comes once, and goes at most once', () => {
  for (const name of NAMES) {
    const { introduced, enabled, stable, deprecated, removed }: Capability = CAPABILITIES[name];
    const reached = [introduced, enabled, stable, deprecated, removed].filter((minor) => minor !== undefined);
    expect([name, reached]).toEqual([name, [...reached].sort((a, b) => a - b)]);
  }
});

test('what is refused is what cannot be used', () => {
  for (const name of NAMES) {
    for (const version of VERSIONS) {
      expect(capabilityFault(name, version, 'leave it out') === undefined).toBe(isUsable(name, version));
    }
  }
});

test('what is used without a gate is beta, stable or deprecated', () => {
  for (const name of NAMES) {
    for (const version of VERSIONS.filter((candidate) => isUsable(name, candidate))) {
      expect(['beta', 'stable', 'deprecated']).toContain(stageOf(name, version));
    }
  }
});

test('topologyKeys never worked without the gate, and are gone since 1.22', () => {
  expect(usableIn('topologyKeys')).toEqual([]);
  expect(usableIn('topologyKeys', ['ServiceTopology'])).toEqual(['1.17', '1.18', '1.19', '1.20', '1.21']);
  expect(stageOf('topologyKeys', KubernetesVersion.V1_22)).toBe('removed');
});

test('a gate opens what is alpha and nothing that is unknown', () => {
  expect(usableIn('trafficDistribution', ['ServiceTrafficDistribution'])[0]).toBe('1.30');
  expect(usableIn('trafficDistribution')[0]).toBe('1.31');
  expect(usableIn('port 10250 on a LoadBalancer', ['AnyGate'])[0]).toBe('1.33');
});

test('the way out names the version from which on it works, where there is one', () => {
  expect(capabilityFault('dual stack', KubernetesVersion.V1_19, 'leave it out')?.fix).toBe('target Kubernetes 1.21 or newer, or leave it out');
  expect(capabilityFault('topologyKeys', KubernetesVersion.V1_30, 'leave it out')?.fix).toBe('leave it out');
});
