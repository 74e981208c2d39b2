import * as fc from 'fast-check';
import * as l4 from '../../src';

const { ENDPOINTS, ENDPOINT_SLICE } = l4.EndpointFormat;

/** A service that is legal on its version; `endpoints` is what stands in its target. */
export interface ExternalSample {
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
const draftFor = (version: fc.Arbitrary<number>) => fc.record({
  id: fc.stringMatching(/^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/),
  minor: version,
  endpoints: fc.uniqueArray(endpoint, { minLength: 1, maxLength: 8, selector: ({ isIpv6, host }) => `${isIpv6} ${host}` }),
  ports: fc.uniqueArray(port, { minLength: 1, maxLength: 4, selector: ({ servicePort, protocol = 'TCP' }) => `${servicePort}/${protocol}` }),
  format: fc.constantFrom(undefined, ENDPOINTS, ENDPOINT_SLICE),
  headless: fc.boolean(),
  hinted: fc.subarray(['zones', 'nodes']),
  isLocal: fc.boolean(),
});

export const ipv4 = (host: number) => `10.20.${Math.floor(host / 256)}.${host % 256}`;
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

/** Any service outside the cluster, with anything that its version can say. */
export function externalSamplesFor(version: fc.Arbitrary<number>): fc.Arbitrary<ExternalSample> {
  return draftFor(version).map(sampleOf);
}

type Draft = ReturnType<typeof draftFor> extends fc.Arbitrary<infer D> ? D : never;

function sampleOf({ id, minor, headless, ports, ...asked }: Draft): ExternalSample {
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
}
