import { parseArgs } from 'util';
import { EXIT, type ExitCode } from './exit-codes';
import { parseNamespaceOption } from './namespace-option';
import { UsageError } from './usage-error';
import { parseVersionOption } from './version-option';
import { networkOf } from '../analysis/analyze';
import { readInputs } from '../analysis/read-inputs';
import { listenersIn } from '../data-planes/listeners';
import { Rejection } from '../problems/rejection';
import { renderTrace } from '../trace/render-trace';
import type { ClientPlace, Connection } from '../trace/trace';
import { traceConnection } from '../trace/trace-connection';

export const TRACE_HELP = `cdk8s-l4 trace TARGET --listen-port N [options] [paths|-]...

Follows a connection: the steps it takes, the field that decides each, and how it ends.
TARGET is namespace/service, a Service by its name alone, gateway/namespace/name, an address of one of these, or a data plane
such as ingress-nginx.

Options
  --listen-port N             the port that the client connects to
  --protocol PROTOCOL         TCP, UDP or SCTP; default TCP
  --from PLACE                where the client is: pod, node or external; default pod
  --zone ZONE, --node NAME    the zone and the node of the client
  --client-namespace NAME, --client-labels KEY=VALUE[,KEY=VALUE]...
                              the namespace and the labels of the client's Pod, by which NetworkPolicies know it
  --kubernetes-version 1.31   the version that the objects are for; default 1.27
  --namespace NAME            the namespace of objects that name none; default "default"

Exit codes: 0 all connections are answered as far as can be told, 1 some are not, 2 wrong usage, 3 an input could not be read.
`;

const OPTIONS = {
  'listen-port': { type: 'string' },
  'protocol': { type: 'string' },
  'from': { type: 'string' },
  'zone': { type: 'string' },
  'node': { type: 'string' },
  'client-namespace': { type: 'string' },
  'client-labels': { type: 'string' },
  'kubernetes-version': { type: 'string' },
  'namespace': { type: 'string' },
} as const;

/** `cdk8s-l4 trace` */
export function runTraceCommand(args: string[]): ExitCode {
  const { values, positionals: [target, ...paths] } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
  if (target === undefined || paths.length === 0) throw new UsageError('name a target, and the manifests to look at: files, folders, or "-" for standard input');
  const connection: Connection = {
    target,
    listenPort: parseListenPort(values['listen-port']),
    protocol: oneOfWords('--protocol', (values.protocol ?? 'TCP').toUpperCase(), ['TCP', 'UDP', 'SCTP']),
    from: oneOfWords('--from', values.from ?? 'pod', PLACES),
    zone: values.zone,
    node: values.node,
    clientNamespace: values['client-namespace'],
    clientLabels: parseLabels(values['client-labels']),
  };
  checkClient(connection);
  const settings = { kubernetesVersion: parseVersionOption(values['kubernetes-version']), defaultNamespace: parseNamespaceOption(values.namespace) };
  const input = readInputs(paths);
  const network = networkOf(input, settings);
  const trace = told(() => traceConnection(connection, network, listenersIn(input.objects.map(({ object }) => object))));
  process.stdout.write(`${renderTrace(trace)}\n`);
  if (network.circumstances.unreadable.length > 0) return EXIT.UNREADABLE;
  return trace.outcomes.some(({ result }) => result === 'refused' || result === 'timed out') ? EXIT.FINDINGS : EXIT.CLEAN;
}

const PLACES: readonly ClientPlace[] = ['pod', 'node', 'external'];

function parseListenPort(text: string | undefined): number {
  if (text === undefined) throw new UsageError('--listen-port is missing: the port that the client connects to');
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1 && port <= 65535) return port;
  throw new UsageError(`--listen-port ${text} is no port; give a number from 1 to 65535`);
}

function parseLabels(text: string | undefined): Readonly<Record<string, string>> | undefined {
  if (text === undefined) return undefined;
  const pairs = text.split(',').filter((pair) => pair !== '').map((pair) => /^([^=]+)=(.*)$/.exec(pair) ?? wrongLabel(pair));
  return Object.fromEntries(pairs.map(([, key, value]) => [key, value]));
}

function wrongLabel(pair: string): never {
  throw new UsageError(`--client-labels: "${pair}" is no label; write app=web,tier=front`);
}

function checkClient({ from, clientNamespace, clientLabels }: Connection): void {
  if (from === 'pod' || (clientNamespace === undefined && clientLabels === undefined)) return;
  throw new UsageError(`--client-namespace and --client-labels are about a Pod, and the client is told to be --from ${from}`);
}

export function oneOfWords<T extends string>(option: string, word: string, words: readonly T[]): T {
  const found = words.find((candidate) => candidate === word);
  if (found !== undefined) return found;
  throw new UsageError(`"${word}" is nothing that ${option} takes; there are ${words.join(', ')}`);
}

export function told<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof Rejection) throw new UsageError(`${error.fault.fact}: ${error.fault.fix}`);
    throw error;
  }
}
