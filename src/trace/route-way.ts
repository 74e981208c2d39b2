import { traceBackend } from './route-backend';
import { failureOf } from './route-failure';
import { ends, type Hop, type Outcome, type Way } from './trace';
import type { Network } from '../model/network';
import { nodeText } from '../model/object-node';
import type { BackendReference, RouteNode, RouteRule } from '../model/route-node';
import { shown } from '../values/shown';

/** The way from a TCPRoute, UDPRoute or TLSRoute to its backends, each with its share. */
export function traceRoute(route: RouteNode, network: Network): Way {
  const [rule, ...others] = route.rules;
  if (others.length > 0) return { hops: [], outcomes: ends('cannot tell', `${nodeText(route)} has ${route.rules.length} rules, and the Gateway API does not say which of them holds`) };
  if (!rule || rule.backends.length === 0) return { hops: [], outcomes: ends(failureOf(route), `${nodeText(route)} names no backend`) };
  const weighted = weights(rule);
  if (weighted === undefined) return { hops: [], outcomes: ends('cannot tell', `the weights of ${nodeText(route)} are filled in later, or cannot be read`) };
  const total = weighted.reduce((sum, { weight }) => sum + weight, 0);
  const ways = weighted.map((share) => backendWay(route, { ...share, total }, network));
  const outcomes = ways.flatMap((way) => way.outcomes);
  return { hops: ways.flatMap(({ hops }) => hops), outcomes: total > 0 ? outcomes : ends(failureOf(route), 'every backend has weight 0') };
}

interface Weighted {
  readonly backend: BackendReference;
  readonly weight: number;
}

function weights({ backends }: RouteRule): Weighted[] | undefined {
  const weighted = backends.map((backend) => ({ backend, weight: backend.weight ?? 1 }));
  return weighted.every((one): one is Weighted => typeof one.weight === 'number' && one.weight >= 0) ? weighted : undefined;
}

function backendWay(route: RouteNode, { backend, weight, total }: Weighted & { readonly total: number }, network: Network): Way {
  const what = route.kind === 'UDPRoute' ? 'packets' : 'connections';
  const share = weight === total ? `all ${what}` : `${weight} of ${total} ${what}`;
  const hop: Hop = {
    object: route,
    path: weight === 0 ? [...backend.path, 'weight'] : backend.path,
    text: weight === 0 ? `sends nothing to ${nodeText(backend)}: its weight is 0` : `sends ${share} to ${nodeText(backend)}, port ${backend.port === undefined ? 'not given' : shown(backend.port)}`,
  };
  if (weight === 0) return { hops: [hop], outcomes: [] };
  const { hops, outcomes } = traceBackend(route, backend, network);
  return { hops: [hop, ...hops], outcomes: outcomes.map((outcome) => scaled(outcome, weight / total)) };
}

function scaled({ share, ...outcome }: Outcome, by: number): Outcome {
  return share === undefined ? outcome : { ...outcome, share: share * by };
}
