import { Duration } from 'cdk8s';
import * as fc from 'fast-check';
import * as l4 from '../../src';

export const ipv4 = fc.tuple(fc.integer({ min: 1, max: 254 }), fc.integer({ min: 1, max: 254 })).map(([a, b]) => `10.20.${a}.${b}`);
export const ipv6 = fc.integer({ min: 1, max: 0xffff }).map((group) => `fd00:20::${group.toString(16)}`);
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

/** Settings of every provider that fit to a Service of two families. */
export const loadBalancers = fc.oneof(azure, azurePublic, aws, gke, metalLb, cilium, kubeVip, address);
