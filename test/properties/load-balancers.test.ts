import * as fc from 'fast-check';
import { ipv4, ipv6, loadBalancers } from './load-balancers';
import * as l4 from '../../src';
import { InputError } from '../../src/problems/input-error';
import { manifestWith, refusalWith } from '../load-balancers/service';

const version = fc.integer({ min: 17, max: 36 }).map((minor) => l4.KubernetesVersion.of(`1.${minor}`));
test('valid settings are rendered as strings, the address in one place', () => {
  fc.assert(fc.property(loadBalancers, version, (settings, kubernetesVersion) => {
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
