import type { RoutedEntry } from '../entries/judge-entries';
import type { Installation } from '../input/installation';
import type { Loss } from '../loss';
import type { Target } from '../target/target';

type Change = Pick<Loss, 'fact' | 'why' | 'fix' | 'see'>;

const SINCE_GATEWAYS: readonly Change[] = [
  {
    fact: 'is no longer frozen by one bad port, and a change of one port no longer cuts the connections of all others',
    why: 'each listener has a status of its own, where nginx reloaded one configuration for all',
    fix: 'look at "kubectl describe gateway" after a change, where the log of the controller was the only place',
    see: 'https://gateway-api.sigs.k8s.io/reference/spec/#listenerstatus',
  },
  {
    fact: 'no longer ends connections after 600 seconds without data',
    why: 'that was the default of nginx; implementations of the Gateway API have others, such as one hour',
    fix: 'let clients that keep idle connections send keepalives, as before',
    see: 'https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/configmap/#proxy-stream-timeout',
  },
  {
    fact: 'no longer reaches Services of other namespaces without being asked',
    why: 'a route needs a ReferenceGrant in the namespace of the Service; the output has them',
    fix: 'keep each ReferenceGrant as long as its route is wanted',
    see: 'https://gateway-api.sigs.k8s.io/api-types/referencegrant/',
  },
];

const BACKENDS: Change = {
  fact: 'no longer follows Services of type ExternalName, and shows backends the address of a proxy as before',
  why: 'a route leads to endpoints; the address of the client reaches a backend in a PROXY header only',
  fix: 'give names outside the cluster a Service without selector and an EndpointSlice',
  see: 'https://gateway-api.sigs.k8s.io/reference/spec/#backendobjectreference',
};

/** What works differently once clients connect to the Gateway. */
export function changes({ standing, controller }: Installation, routed: readonly RoutedEntry[], { routeNamespace }: Target): Loss[] {
  if (routed.length === 0) return [];
  const crosses = routed.some(({ forwards }) => forwards.some(({ backend }) => backend.namespace !== routeNamespace));
  const isTimeoutGiven = controller?.settings?.data?.['proxy-stream-timeout'] !== undefined;
  const [isolation, timeout, grants] = SINCE_GATEWAYS;
  const told = [isolation, ...isTimeoutGiven ? [] : [timeout], ...crosses ? [grants] : [], BACKENDS];
  return told.map((fault): Loss => ({ ...fault, ...standing, name: 'changed-behaviour', severity: 'info', fact: `what it publishes ${fault.fact}` }));
}
