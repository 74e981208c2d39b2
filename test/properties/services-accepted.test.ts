import { isIP, isIPv4 } from 'net';
import * as fc from 'fast-check';
import { synthesize } from '../manifest';
import { samples } from './services';

/** What the API server of a minor knows and asks for, written down a second time: the code is not its own judge. */
const FIELDS: Readonly<Record<string, number>> = {
  ...since(17, [
    'type', 'clusterIP', 'externalName', 'selector', 'ports', 'publishNotReadyAddresses', 'sessionAffinity', 'sessionAffinityConfig',
    'externalTrafficPolicy', 'loadBalancerSourceRanges',
  ]),
  ...since(21, ['ipFamilies', 'ipFamilyPolicy']),
  ...since(22, ['internalTrafficPolicy', 'loadBalancerClass', 'allocateLoadBalancerNodePorts']),
};
const PORT_FIELDS: Readonly<Record<string, number>> = { name: 17, port: 17, targetPort: 17, protocol: 17, nodePort: 17, appProtocol: 19 };
const SET_FIELDS = ['selector', 'serviceName', 'template', 'replicas', 'podManagementPolicy'];

function since(minor: number, fields: readonly string[]): Readonly<Record<string, number>> {
  return Object.fromEntries(fields.map((field) => [field, minor]));
}

const LABEL = /^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/;
const PORT_NAME = /^(?=.{1,15}$)(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*$/;

function unknownFields(object: object, known: Readonly<Record<string, number>>, minor: number): string[] {
  return Object.keys(object).filter((field) => !(known[field] <= minor));
}

function faultsOfPorts(ports: readonly any[], minor: number): string[] {
  const repeated = (values: readonly unknown[]) => values.filter((value, index) => value !== undefined && values.indexOf(value) < index).map(String);
  return [
    ...ports.flatMap((port) => unknownFields(port, PORT_FIELDS, minor)),
    ...ports.filter(({ name }) => ports.length > 1 && name === undefined).map(({ port }) => `${port} has no name`),
    ...ports.filter(({ targetPort }) => typeof targetPort === 'string' && !PORT_NAME.test(targetPort)).map(({ targetPort }) => targetPort),
    ...repeated(ports.map(({ name }) => name)),
    ...repeated(ports.map(({ port, protocol }) => `${port}/${protocol}`)),
    ...repeated(ports.map(({ nodePort, protocol }) => nodePort && `${nodePort}/${protocol}`)),
  ];
}

/** Each thing that is not as the API server asks for it, by its name. */
const broken = (rules: Readonly<Record<string, boolean>>) => Object.keys(rules).filter((rule) => !rules[rule]);

const isSubset = (part: object, whole: Readonly<Record<string, unknown>>) => Object.entries(part).every(([key, value]) => whole[key] === value);

const DEFAULTS = { type: 'ClusterIP', clusterIP: '', ports: [], selector: {}, ipFamilies: [] };

function faultsOfService({ metadata, spec }: any, minor: number): string[] {
  const { type, clusterIP, ports, selector, ipFamilies } = { ...DEFAULTS, ...spec };
  const isAlias = type === 'ExternalName';
  const family = isIPv4(clusterIP) ? 'IPv4' : 'IPv6';
  return [
    ...unknownFields(spec, FIELDS, minor),
    ...faultsOfPorts(ports, minor),
    ...broken({
      name: LABEL.test(metadata.name),
      ports: isAlias || clusterIP === 'None' || ports.length > 0,
      selector: isAlias || Object.keys(selector).length > 0,
      family: isIP(clusterIP) === 0 || ipFamilies.length === 0 || ipFamilies[0] === family,
      nodePort: /NodePort|LoadBalancer/.test(type) || ports.every(({ nodePort }: any) => nodePort === undefined),
    }),
  ];
}

function faultsOfSet({ metadata, spec }: any, services: readonly any[]): string[] {
  const { labels } = spec.template.metadata;
  const [container] = spec.template.spec.containers;
  const governing = services.find(({ metadata: { name } }) => name === spec.serviceName)?.spec;
  const leadsTo = (port: any) => ({ name: port.targetPort, containerPort: port.port, protocol: port.protocol });
  return [
    ...Object.keys(spec).filter((field) => !SET_FIELDS.includes(field)),
    ...faultsOfPorts(container.ports.map(({ name, containerPort: port, protocol }: any) => ({ name, port, protocol, targetPort: name })), 36),
    ...broken({
      name: metadata.name.length <= 52 && LABEL.test(metadata.name),
      selector: isSubset(spec.selector.matchLabels, labels),
      governingService: governing?.clusterIP === 'None' && isSubset(governing.selector, labels),
    }),
    ...governing.ports.map(leadsTo).filter((target: object) => !container.ports.some((own: any) => isSubset(target, own))),
  ];
}

const hasNothing = (value: unknown): boolean => value === undefined || value === null || (typeof value === 'object' && Object.values(value).some(hasNothing));

test('whatever fits the version is accepted by us and by its API server', () => {
  fc.assert(fc.property(samples, ({ minor, make }) => {
    const { objects } = synthesize(make);
    const services = objects.filter(({ kind }) => kind === 'Service');
    const sets = objects.filter(({ kind }) => kind === 'StatefulSet');
    expect(objects.length).toBe(services.length + sets.length);
    expect(services.flatMap((service) => faultsOfService(service, minor))).toEqual([]);
    expect(sets.flatMap((set) => faultsOfSet(set, services))).toEqual([]);
  }), { numRuns: 400 });
});

test('nothing in the output is empty of meaning', () => {
  fc.assert(fc.property(samples, ({ make }) => {
    const { objects, yaml } = synthesize(make);
    expect(objects.filter(hasNothing)).toEqual([]);
    expect(yaml).not.toMatch(/\bundefined\b|\[object/);
  }), { numRuns: 200 });
});
