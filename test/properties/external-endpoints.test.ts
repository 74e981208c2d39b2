import * as fc from 'fast-check';
import { externalSamplesFor, ipv4, type ExternalSample } from './external-endpoints';
import * as l4 from '../../src';
import { synthesize, type Manifest } from '../manifest';

const LABEL = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;
const SUBDOMAIN = /^(?=.{1,253}$)[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/;

const sample = externalSamplesFor(fc.integer({ min: 17, max: 36 }));

function synthesized({ id, endpoints, props }: ExternalSample): Manifest {
  return synthesize((chart) => new l4.ExternalEndpointService(chart, id, { ...props, target: l4.ExternalTarget.endpoints(endpoints) }));
}

/** The endpoints of all objects, each with the ports beside it. */
function listed({ objects }: Manifest): { ip: string; isReady: boolean; family: string; ports: any[] }[] {
  const familyOf = (ip: string) => ip.includes(':') ? 'IPv6' : 'IPv4';
  const ofSubset = ({ addresses = [], notReadyAddresses = [], ports = [] }: any) => [
    ...addresses.map(({ ip }: any) => ({ ip, isReady: true, family: familyOf(ip), ports })),
    ...notReadyAddresses.map(({ ip }: any) => ({ ip, isReady: false, family: familyOf(ip), ports })),
  ];
  const ofSlice = ({ addressType, endpoints, ports = [] }: any) => endpoints.map(
    ({ addresses, conditions }: any) => ({ ip: addresses[0], isReady: conditions?.ready ?? true, family: addressType, ports }),
  );
  return objects.slice(1).flatMap((object) => object.kind === 'Endpoints' ? object.subsets.flatMap(ofSubset) : ofSlice(object));
}

test('every legal service synthesizes, under legal names that differ', () => {
  fc.assert(fc.property(sample, (input) => {
    const { objects, yaml } = synthesized(input);
    const names = objects.map(({ kind, metadata }) => `${kind} ${metadata.name}`);
    expect(objects[0].metadata.name).toMatch(LABEL);
    objects.forEach(({ metadata }) => expect(metadata.name).toMatch(SUBDOMAIN));
    expect(new Set(names).size).toBe(names.length);
    expect(yaml).not.toMatch(/undefined|null|NaN/);
  }));
});

test('every endpoint is listed once, in its family, as ready as it is', () => {
  fc.assert(fc.property(sample, (input) => {
    const found = listed(synthesized(input)).map(({ ip, isReady, family }) => `${ip} ${isReady} ${family}`).sort();
    expect(found).toEqual(input.endpoints.map(({ ip, ready = true }) => `${ip} ${ready} ${ip.includes(':') ? 'IPv6' : 'IPv4'}`).sort());
  }));
});

test('ports are joined by name and protocol, and lead to the targetPort', () => {
  fc.assert(fc.property(sample, (input) => {
    const manifest = synthesized(input);
    const targets = manifest.object('Service').spec.ports.map(({ name = '', protocol, targetPort }: any) => `${name} ${protocol} ${targetPort}`);
    listed(manifest).forEach(({ ports }) => {
      expect(ports.map(({ name = '', protocol, port: number }: any) => `${name} ${protocol} ${number}`)).toEqual(targets);
    });
  }));
});

test('the addresses of the Service are of the families of its endpoints', () => {
  fc.assert(fc.property(sample.filter(({ minor, props }) => minor >= 21 && !props.headless), (input) => {
    const manifest = synthesized(input);
    const { ipFamilies, ipFamilyPolicy } = manifest.object('Service').spec;
    expect(new Set(ipFamilies)).toEqual(new Set(listed(manifest).map(({ family }) => family)));
    expect(ipFamilyPolicy).toBe(ipFamilies.length > 1 ? 'RequireDualStack' : 'SingleStack');
  }));
});

test('nothing that a version lacks is written for it', () => {
  fc.assert(fc.property(sample, (input) => {
    const { objects, yaml } = synthesized(input);
    const kinds = new Set(objects.slice(1).map(({ kind }) => kind));
    expect(kinds).toEqual(new Set([input.props.format ?? (input.minor >= 33 ? 'EndpointSlice' : 'Endpoints')]));
    if (input.minor < 21) expect(yaml).not.toMatch(/EndpointSlice|ipFamil/);
    if (input.minor < 24) expect(yaml).not.toContain('hints');
    if (input.minor < 34) expect(yaml).not.toContain('forNodes');
  }));
});

test('the same input gives the same bytes', () => {
  fc.assert(fc.property(sample, (input) => synthesized(input).yaml === synthesized(input).yaml));
});

test('splitting keeps every address, at most 1000 and 100 ports in a slice', () => {
  const many = fc.record({ count: fc.integer({ min: 900, max: 3100 }), portCount: fc.integer({ min: 1, max: 250 }) });
  fc.assert(fc.property(many, ({ count, portCount }) => {
    const endpoints = Array.from({ length: count }, (_, index) => ({ ip: ipv4(index) }));
    const ports = Array.from({ length: portCount }, (_, index) => ({ servicePort: index + 1 }));
    const manifest = synthesized({ id: 'db', minor: 36, endpoints, props: { kubernetesVersion: l4.KubernetesVersion.V1_36, ports } });
    manifest.objects.slice(1).forEach((slice) => {
      expect(slice.endpoints.length).toBeLessThanOrEqual(1000);
      expect(slice.ports.length).toBeLessThanOrEqual(100);
    });
    const pairs = listed(manifest).flatMap(({ ip, ports: some }) => some.map(({ name = '' }) => `${ip} ${name}`));
    expect(new Set(pairs).size).toBe(pairs.length);
    expect(pairs.length).toBe(count * portCount);
  }), { numRuns: 4 });
});

test('whatever plain JavaScript passes, it is accepted or refused with reasons', () => {
  const key = fc.constantFrom('ip', 'length', '0', 'constructor');
  const garbage = fc.oneof(fc.anything({ key }), fc.constantFrom('10.20.0.15', 'None', 'IPv4', 'Local', ''));
  const maybe = fc.option(garbage, { nil: undefined });
  const badEndpoint = fc.record({ ip: garbage, hostname: maybe, nodeName: maybe, zone: maybe, ready: maybe, servedZones: maybe, servedNodes: maybe });
  const badPort = fc.record({ servicePort: garbage, targetPort: maybe, targetPortName: maybe, name: maybe, protocol: maybe, appProtocol: maybe });
  const target = fc.oneof(
    garbage,
    fc.oneof(garbage, fc.array(fc.oneof(garbage, badEndpoint))).map((endpoints: any) => l4.ExternalTarget.endpoints(endpoints)),
    garbage.map((hostName: any) => l4.ExternalTarget.hostName(hostName)),
  );
  const settings = fc.record({
    target,
    ports: fc.oneof(maybe, fc.array(fc.oneof(garbage, badPort))),
    headless: maybe,
    clusterIp: maybe,
    sessionAffinity: maybe,
    internalTrafficPolicy: maybe,
    ipFamilies: fc.oneof(maybe, fc.array(garbage)),
    ipFamilyPolicy: maybe,
    format: maybe,
  });
  fc.assert(fc.property(settings, (props: any) => {
    try {
      synthesize((chart) => new l4.ExternalEndpointService(chart, 'legacy-db', props));
    } catch (error) {
      expect((error as Error).name).toBe('InputError');
      expect((error as Error).message).toMatch(/^ {2}fix {2}\S/m);
    }
  }), { numRuns: 500 });
});
