import * as l4 from '../../src';
import { refusal, synthesize, type Manifest } from '../manifest';

/** Properties with a port that clients connect to and another one outside, unless a test says otherwise. */
export type Settings = Partial<l4.ExternalEndpointServiceProps> & { readonly endpoints?: l4.ExternalEndpoint[] };

/** What "legacy-db" is refused for. */
export function mistake(settings: Settings): string {
  return refusal((chart) => new l4.ExternalEndpointService(chart, 'legacy-db', propsOf(settings)));
}

/** The objects of "legacy-db". */
export function made(settings: Settings): Manifest {
  return synthesize((chart) => new l4.ExternalEndpointService(chart, 'legacy-db', propsOf(settings)));
}

function propsOf({ endpoints = [{ ip: '10.20.0.15' }], ...props }: Settings): l4.ExternalEndpointServiceProps {
  return { target: l4.ExternalTarget.endpoints(endpoints), ports: [{ servicePort: 5432, targetPort: 5433 }], ...props };
}
