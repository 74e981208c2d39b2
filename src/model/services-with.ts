import type { Network } from './network';
import { oncePerNetwork } from './once-per-network';
import type { ServiceNode } from './service-node';
import { asList, asRecord, recordAt } from '../kube/field';

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
  const index = placesOf(network);
  const found = PLACES.flatMap((place) => (written[place] ?? []).flatMap((name) => {
    const services = index[place].get(name);
    return services ? [services] : [];
  }));
  if (found.length < 2) return found[0] ?? [];
  const all = new Set(found.flat());
  return network.services.filter((service) => all.has(service));
}

/** The Services that have annotations. */
export const annotatedServices = oncePerNetwork(({ services }): readonly ServiceNode[] => (
  services.filter(({ object }) => Object.keys(annotationsIn(object)).length > 0)));

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

const PLACES = ['fields', 'portFields', 'selected', 'annotations'] as const;

type Places = Readonly<Record<typeof PLACES[number], Map<string, ServiceNode[]>>>;

const placesOf = oncePerNetwork(({ services }): Places => {
  const places: Places = { fields: new Map(), portFields: new Map(), selected: new Map(), annotations: new Map() };
  for (const service of services) {
    const spec = asRecord(service.object.spec);
    noteKeys(places.fields, spec, service);
    noteKeys(places.selected, asRecord(spec.selector), service);
    noteKeys(places.annotations, annotationsIn(service.object), service);
    for (const port of asList(spec.ports)) noteKeys(places.portFields, asRecord(port), service);
  }
  return places;
});

function annotationsIn(object: unknown): object {
  return recordAt(object, 'metadata', 'annotations');
}

function noteKeys(index: Map<string, ServiceNode[]>, record: object, service: ServiceNode): void {
  for (const key of Object.keys(record)) {
    const services = index.get(key);
    if (!services) index.set(key, [service]);
    // Another port of the same Service may have had it.
    else if (services[services.length - 1] !== service) services.push(service);
  }
}
