import * as fc from 'fast-check';
import * as l4 from '../../src';
import { ORDERS } from '../topology/orders';

export const GATES = ['ServiceTopology', 'EndpointSlice', 'EndpointSliceProxying', 'ServiceInternalTrafficPolicy', 'TopologyAwareHints', 'ServiceTrafficDistribution', 'PreferSameTrafficDistribution'];

/** A wish for near endpoints, and what else there is about the Service. */
export const topologyRequestsFor = (versions: readonly number[], gates: readonly string[]) => fc.record({
  prefer: fc.constantFrom(...ORDERS),
  minor: fc.constantFrom(...versions),
  options: fc.record({
    whenInexact: fc.constantFrom(...Object.values(l4.WhenInexact)),
    singleRegion: fc.boolean(),
    singleZone: fc.boolean(),
    openFeatureGates: fc.subarray([...gates]),
    type: fc.constantFrom(...Object.values(l4.TopologyAwareServiceType)),
    internalTrafficPolicy: fc.constantFrom(...Object.values(l4.TrafficPolicy)),
    externalTrafficPolicy: fc.constantFrom(...Object.values(l4.TrafficPolicy)),
  }, { requiredKeys: [] }),
});

export type TopologyRequest = ReturnType<typeof topologyRequestsFor> extends fc.Arbitrary<infer R> ? R : never;
