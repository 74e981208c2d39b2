import type { AnalysisSource } from './analysis-source';
import { ClientPlace, type ConnectionHop, type ConnectionOutcome, type ConnectionResult, type ConnectionTrace, type TraceOptions } from './connection-trace';
import { listenersIn } from '../data-planes/listeners';
import { pathText } from '../kube/field';
import { nodeText } from '../model/object-node';
import { Problems } from '../problems/problems';
import { checkLabels } from '../service-spec/object-metadata';
import { renderTrace } from '../trace/render-trace';
import type { Connection, Hop, Outcome } from '../trace/trace';
import { traceConnection } from '../trace/trace-connection';
import { choiceOf } from '../values/choice';
import { parseDnsLabel } from '../values/dns-name';
import { parsePort } from '../values/port';
import { Protocol } from '../values/protocol';
import { structLike } from '../values/struct';

/**
 * Follows a connection through the network of an app or of manifests.
 *
 * @throws InputError if the options are wrong, or nothing is called like the target
 */
export function traceIn(source: AnalysisSource, target: string, options: TraceOptions): ConnectionTrace {
  const problems = new Problems(`NetworkAnalysis.trace of '${target}'`);
  const connection = parseConnection(target, options, problems);
  const network = source.network();
  const listeners = listenersIn(network.objects.map(({ object }) => object));
  const trace = problems.parse('target', () => traceConnection(connection, network, listeners), target);
  problems.throwIfAny();
  const { hops, outcomes } = trace!;
  return {
    hops: hops.map(hopOf),
    outcomes: outcomes.map(outcomeOf),
    text: renderTrace(trace!),
  };
}

/** @throws InputError with everything that is wrong with the options */
function parseConnection(target: string, options: TraceOptions, problems: Problems): Connection {
  const given = problems.parse('options', structLike<TraceOptions>('{ listenPort: 5432 }'), options);
  problems.throwIfAny();
  const { listenPort, protocol = Protocol.TCP, from = ClientPlace.POD, zone, nodeName: node, clientNamespace, clientLabels } = given!;
  problems.parse('listenPort', parsePort, listenPort);
  problems.parse('protocol', parseProtocol, protocol);
  problems.parse('from', parsePlace, from);
  checkClient(given!, problems);
  problems.throwIfAny();
  return { target: String(target), listenPort, protocol, from, zone, node, clientNamespace, clientLabels };
}

/** What is said of the client's Pod fits a Pod. */
function checkClient({ from = ClientPlace.POD, clientNamespace, clientLabels }: TraceOptions, problems: Problems): void {
  problems.parseOptional('clientNamespace', parseDnsLabel, clientNamespace);
  checkLabels('clientLabels', clientLabels, problems);
  const field = clientNamespace === undefined ? 'clientLabels' : 'clientNamespace';
  if (from === ClientPlace.POD || (clientNamespace === undefined && clientLabels === undefined)) return;
  problems.add(field, {
    fact: `${field} is given, and the client is no Pod`,
    why: 'only Pods have a namespace and labels by which NetworkPolicies choose',
    fix: `leave out ${field}, or give from: ClientPlace.POD`,
    see: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/',
  });
}

const parseProtocol = choiceOf('Protocol', Protocol, 'https://kubernetes.io/docs/reference/networking/service-protocols/');
const parsePlace = choiceOf('ClientPlace', ClientPlace, 'https://kubernetes.io/docs/concepts/services-networking/service/');

function outcomeOf({ result, share, text }: Outcome): ConnectionOutcome {
  return { result: result as ConnectionResult, message: text, ...share === undefined ? {} : { share } };
}

function hopOf({ object, path, text }: Hop): ConnectionHop {
  return { message: text, ...object ? { object: nodeText(object) } : {}, ...object && path ? { at: pathText(path) } : {} };
}
