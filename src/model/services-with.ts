import type { Network } from './network';
import { oncePerNetwork } from './once-per-network';
import type { ServiceNode } from './service-node';
import { asList, asRecord } from '../kube/field';

/** What is asked for; a Service that has one of the names anywhere is found, whatever stands behind it. */
export interface Written {
  /** Fields of the spec: `externalIPs`. */
  readonly fields?: readonly string[];
  /** Fields of ports: `appProtocol`. */
  readonly portFields?: readonly string[];
  /** Labels in the selector. */
  readonly selected?: readonly string[];
  readonly annotations?: readonly string[];
}

/**
 * The Services in whose manifests something is written, in the order of the input.
 *
 * Most checks are about fields that few Services have: such a check asks for those few, and costs nothing where there are none.
 */
export function servicesWith(network: Network, written: Written): readonly ServiceNode[] {
  const index = indexOf(network);
  const named = PLACES.flatMap((place) => (written[place] ?? []).map((name) => index[place].get(name) ?? NONE));
  const inPorts = (written.portFields ?? []).flatMap((name) => [...index.portValues.get(name)?.values() ?? []]);
  return union([...named, ...inPorts], network);
}

/**
 * The Services with a port that has such a value in one of the fields; a missing `port` is `undefined`.
 *
 * A test is asked once for each value, however many ports have it.
 */
export function servicesWithPort(network: Network, tests: Readonly<Record<string, (value: unknown) => boolean>>): readonly ServiceNode[] {
  const found = Object.entries(tests).flatMap(([field, isMeant]) => meantBy(isMeant, indexOf(network).portValues.get(field) ?? []));
  return union(found, network);
}

function meantBy(isMeant: (value: unknown) => boolean, values: Iterable<[unknown, ServiceNode[]]>): ServiceNode[][] {
  const meant = [];
  for (const [value, services] of values) if (isMeant(value)) meant.push(services);
  return meant;
}

/** The Services that have annotations. */
export const annotatedServices = oncePerNetwork((network) => union([...indexOf(network).annotations.values()], network));

/** The Services with more than one port. */
export const servicesWithSeveralPorts = oncePerNetwork(({ services }): readonly ServiceNode[] => services.filter(({ ports }) => ports.length > 1));

/** The Services without an address of their own. */
export function headlessServices(network: Network): readonly ServiceNode[] {
  return servicesWith(network, { fields: ['clusterIP'] }).filter(({ isHeadless }) => isHeadless);
}

/** The Services of certain types. */
export function servicesOfType(network: Network, ...types: string[]): readonly ServiceNode[] {
  // Without the field it is a ClusterIP.
  const candidates = types.includes('ClusterIP') ? network.services : servicesWith(network, { fields: ['type'] });
  return candidates.filter(({ type }) => types.includes(type));
}

const PLACES = ['fields', 'selected', 'annotations'] as const;
const NONE: readonly ServiceNode[] = [];

type Services = Map<unknown, ServiceNode[]>;

interface Index extends Readonly<Record<typeof PLACES[number], Services>> {
  /** By the field and the value in it. */
  readonly portValues: Map<string, Services>;
}

const indexOf = oncePerNetwork(({ services }): Index => {
  const index: Index = { fields: new Map(), selected: new Map(), annotations: new Map(), portValues: new Map() };
  for (const service of services) {
    const spec = asRecord(service.object.spec);
    noteKeys(index.fields, spec, service);
    noteKeys(index.selected, asRecord(spec.selector), service);
    noteKeys(index.annotations, asRecord(asRecord(service.object.metadata).annotations), service);
    for (const port of asList(spec.ports)) noteValues(index.portValues, asRecord(port), service);
  }
  return index;
});

function noteKeys(index: Services, record: object, service: ServiceNode): void {
  for (const key in record) note(index, key, service);
}

function noteValues(index: Map<string, Services>, port: Readonly<Record<string, unknown>>, service: ServiceNode): void {
  if (!('port' in port)) note(valuesOf(index, 'port'), undefined, service);
  for (const field in port) note(valuesOf(index, field), port[field], service);
}

function valuesOf(index: Map<string, Services>, field: string): Services {
  const known = index.get(field);
  if (known) return known;
  const values: Services = new Map();
  index.set(field, values);
  return values;
}

function note(index: Services, key: unknown, service: ServiceNode): void {
  const services = index.get(key);
  if (!services) index.set(key, [service]);
  // Another port of the same Service may have had it.
  else if (services[services.length - 1] !== service) services.push(service);
}

/** In the order of the input. */
function union(lists: ReadonlyArray<readonly ServiceNode[]>, { services }: Network): readonly ServiceNode[] {
  const found = lists.filter(({ length }) => length > 0);
  if (found.length < 2) return found[0] ?? NONE;
  const all = new Set(found.flat());
  return services.filter((service) => all.has(service));
}
