import * as fc from 'fast-check';
import * as l4 from '../../src';
import { synthesize, type Manifest } from '../manifest';

const { ENDPOINTS, ENDPOINT_SLICE } = l4.EndpointFormat;
const LABEL = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;
const SUBDOMAIN = /^(?=.{1,253}$)[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/;

/** A service that is legal on its version; `endpoints` is what stands in its target. */
interface Sample {
  readonly id: string;
  readonly minor: number;
  readonly endpoints: l4.ExternalEndpoint[];
  readonly props: Omit<l4.ExternalEndpointServiceProps, 'target'>;
}

const zone = fc.constantFrom('a', 'eu-west-1b', 'Zone_3');
const hints = (name: fc.Arbitrary<string>) => fc.uniqueArray(name, { minLength: 1, maxLength: 8 });
const port = fc.record({
  servicePort: fc.integer({ min: 1, max: 65535 }),
  targetPort: fc.option(fc.integer({ min: 1, max: 65535 }), { nil: undefined }),
  protocol: fc.constantFrom(undefined, l4.Protocol.TCP, l4.Protocol.UDP),
});
const endpoint = fc.record({
  isIpv6: fc.boolean(),
  host: fc.integer({ min: 1, max: 65534 }),
  hostname: fc.constantFrom(undefined, 'db-0'),
  nodeName: fc.constantFrom('node-1', 'node-2.example.com'),
  zone: fc.option(zone, { nil: undefined }),
  ready: fc.constantFrom(undefined, true, false),
  servedZones: hints(zone),
  servedNodes: hints(fc.constantFrom('node-1', 'node-2.example.com')),
});
const draft = fc.record({
  id: fc.stringMatching(/^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/),
  minor: fc.integer({ min: 17, max: 36 }),
  endpoints: fc.uniqueArray(endpoint, { minLength: 1, maxLength: 8, selector: ({ isIpv6, host }) => `${isIpv6} ${host}` }),
  ports: fc.uniqueArray(port, { minLength: 1, maxLength: 4, selector: ({ servicePort, protocol = 'TCP' }) => `${servicePort}/${protocol}` }),
  format: fc.constantFrom(undefined, ENDPOINTS, ENDPOINT_SLICE),
  headless: fc.boolean(),
  hinted: fc.subarray(['zones', 'nodes']),
  isLocal: fc.boolean(),
});

const ipv4 = (host: number) => `10.20.${Math.floor(host / 256)}.${host % 256}`;
const ipv6 = (host: number) => `fd00:20::${host.toString(16)}`;

/** Which fields of an endpoint a service can say: the facts of the Kubernetes release notes, written down a second time. */
function sayable(minor: number, isSliced: boolean, hinted: readonly string[]): ReadonlySet<string> {
  const fields = [
    { name: 'hostname', since: 17 },
    { name: 'nodeName', since: 17 },
    { name: 'zone', since: isSliced ? 21 : Infinity },
    { name: 'ready', since: isSliced ? 21 : 22, until: 18 },
    { name: 'servedZones', since: hinted.includes('zones') ? 24 : Infinity },
    { name: 'servedNodes', since: hinted.includes('nodes') ? 34 : Infinity },
  ];
  return new Set(fields.filter(({ since, until = 0 }) => minor >= since || minor <= until).map(({ name }) => name));
}

function isSlicedBy(format: l4.EndpointFormat | undefined, minor: number): boolean {
  return format === undefined ? minor >= 33 : format === ENDPOINT_SLICE;
}

const sample: fc.Arbitrary<Sample> = draft.map(({ id, minor, headless, ports, ...asked }) => {
  const format = minor < 21 && asked.format === ENDPOINT_SLICE ? undefined : asked.format;
  const isLocal = asked.isLocal && minor >= 22 && !headless;
  const hinted = headless || isLocal || !isSlicedBy(format, minor) ? [] : asked.hinted;
  const said = sayable(minor, isSlicedBy(format, minor), hinted);
  const isIpv4Only = minor < 21 && !headless;
  const endpoints = asked.endpoints.map(({ isIpv6, host, ...fields }) => {
    const ip = !isIpv4Only && isIpv6 ? ipv6(host) : ipv4(host);
    return { ip, ...Object.fromEntries(Object.entries(fields).filter(([field]) => said.has(field))) };
  });
  const distinct = [...new Map(endpoints.map((one) => [one.ip, one])).values()];
  const internalTrafficPolicy = isLocal ? l4.TrafficPolicy.LOCAL : undefined;
  const props = { kubernetesVersion: l4.KubernetesVersion.of(`1.${minor}`), format, headless, ports, internalTrafficPolicy };
  return { id, minor, endpoints: distinct, props };
});

function synthesized({ id, endpoints, props }: Sample): Manifest {
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
