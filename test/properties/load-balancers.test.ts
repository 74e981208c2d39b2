import { Duration } from 'cdk8s';
import * as fc from 'fast-check';
import * as l4 from '../../src';
import { InputError } from '../../src/problems/input-error';
import { manifestWith, refusalWith } from '../load-balancers/service';

const version = fc.integer({ min: 17, max: 36 }).map((minor) => l4.KubernetesVersion.of(`1.${minor}`));
const ipv4 = fc.tuple(fc.integer({ min: 1, max: 254 }), fc.integer({ min: 1, max: 254 })).map(([a, b]) => `10.20.${a}.${b}`);
const ipv6 = fc.integer({ min: 1, max: 0xffff }).map((group) => `fd00:20::${group.toString(16)}`);
const name = fc.stringMatching(/^[a-z]([a-z0-9-]{0,20}[a-z0-9])?$/);
const text = fc.string({ unit: 'grapheme', minLength: 1 }).filter((value) => value.trim() === value);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const oneAddress = fc.oneof(ipv4, ipv6).map((address) => [address]);
const severalOfOneFamily = fc.oneof(...[ipv4, ipv6].map((family) => fc.uniqueArray(family, { minLength: 1, maxLength: 3 })));

const azure = fc.record({ subnet: maybe(name), addresses: maybe(oneAddress), minutes: maybe(fc.integer({ min: 4, max: 30 })) }).map(
  ({ minutes, ...options }) => l4.LoadBalancer.azure({
    ...options, internal: true, idleTimeout: minutes === undefined ? undefined : Duration.minutes(minutes),
  }),
);
const azurePublic = fc.record({ publicIpName: maybe(name), resourceGroup: maybe(name) }).map((options) => l4.LoadBalancer.azure(options));
const aws = fc.record({
  addresses: fc.uniqueArray(ipv4, { minLength: 1, maxLength: 3 }),
  name: maybe(name.filter((value) => !value.startsWith('internal-'))),
  proxyProtocol: maybe(fc.boolean()),
  dualStack: maybe(fc.boolean()),
  typeAnnotation: maybe(fc.boolean()),
  targetType: maybe(fc.constantFrom(l4.AwsTargetType.INSTANCE, l4.AwsTargetType.IP)),
}).map((options) => l4.LoadBalancer.aws({ ...options, subnets: options.addresses.map((_, index) => `subnet-${index}`) }));
const gke = fc.record({ subnet: maybe(name), address: maybe(ipv4), globalAccess: maybe(fc.boolean()) }).map(
  (options) => l4.LoadBalancer.gke({ ...options, internal: true }),
);
const metalLb = fc.record({
  addresses: maybe(oneAddress), addressPool: maybe(name), sharingKey: maybe(text), legacyAnnotations: maybe(fc.boolean()),
}).map((options) => l4.LoadBalancer.metalLb(options));
const cilium = fc.record({ addresses: maybe(severalOfOneFamily), sharingKey: text, sharingNamespaces: maybe(fc.uniqueArray(name)) })
  .map((options) => l4.LoadBalancer.cilium(options));
const kubeVip = fc.record({ addresses: maybe(severalOfOneFamily), leaseName: maybe(name) }).map((options) => l4.LoadBalancer.kubeVip(options));
const address = fc.oneof(ipv4, ipv6).map((ip) => l4.LoadBalancer.address(ip));

const loadBalancer = fc.oneof(azure, azurePublic, aws, gke, metalLb, cilium, kubeVip, address);

test('valid settings are rendered as strings, the address in one place', () => {
  fc.assert(fc.property(loadBalancer, version, (settings, kubernetesVersion) => {
    const { metadata, spec } = manifestWith(settings, { kubernetesVersion }).object('Service');
    const annotations = Object.entries<unknown>(metadata.annotations ?? {});
    for (const [key, value] of annotations) {
      expect(typeof value).toBe('string');
      expect(value).not.toMatch(/^$|undefined|\[object/);
      expect(key).toMatch(/^[a-z0-9.-]+\/[A-Za-z0-9._-]{1,63}$/);
    }
    const isAddress = (key: string) => /loadBalancerIPs$|lbipam.cilium.io\/ips$|load-balancer-ipv[46]$|load-balancer-ip-addresses$/.test(key);
    if (spec.loadBalancerIP !== undefined) expect(annotations.filter(([key]) => isAddress(key))).toEqual([]);
    if (kubernetesVersion.minor < 22) expect(spec.loadBalancerClass).toBeUndefined();
  }));
});

const factories = fc.constantFrom(
  l4.LoadBalancer.azure, l4.LoadBalancer.aws, l4.LoadBalancer.gke, l4.LoadBalancer.metalLb, l4.LoadBalancer.cilium, l4.LoadBalancer.kubeVip,
);
const optionNames = [
  'internal', 'subnet', 'subnets', 'addresses', 'addressNames', 'address', 'publicIpName', 'publicIpNameIpv6', 'resourceGroup', 'idleTimeout',
  'elasticIpAllocations', 'dualStack', 'targetType', 'name', 'proxyProtocol', 'loadBalancerClass', 'typeAnnotation', 'globalAccess',
  'addressPool', 'sharingKey', 'legacyAnnotations', 'sharingNamespaces', 'leaseName',
];
const junk = fc.oneof(fc.anything(), fc.array(fc.anything()), fc.string(), ipv4, fc.array(fc.oneof(ipv4, ipv6)));

test('whatever plain JavaScript brings is taken or refused with a reason, never a TypeError', () => {
  const options = fc.oneof(fc.anything(), fc.dictionary(fc.constantFrom(...optionNames), junk));
  fc.assert(fc.property(factories, options, version, (factory, given, kubernetesVersion) => {
    try {
      manifestWith(factory(given as never), { kubernetesVersion });
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
    }
  }), { numRuns: 500 });
});

test('a refusal names the place of the mistake', () => {
  fc.assert(fc.property(factories, version, (factory, kubernetesVersion) => {
    const settings = factory({ internal: 'yes', addresses: 'x', subnets: 5, addressNames: 'x', leaseName: 5, sharingKey: 5 } as never);
    expect(refusalWith(settings, { kubernetesVersion })).toMatch(/at {3}loadBalancer\.\w+/);
  }));
});
