import type { Construct, IConstruct } from 'constructs';
import type { AppServices } from './app-services';
import type { Backend } from './backend';
import type { ResolvedBackend } from './backend-request';
import type { ForwardOptions } from './forward-options';
import type { KnownService } from './known-service';
import { NestedProblems } from './nested-problems';
import type { DataPlane } from '../data-planes/data-plane';
import type { Forward, Listener, ServiceReference } from '../model/forward';
import type { Problems } from '../problems/problems';
import { choiceOf } from '../values/choice';
import { parseFlag } from '../values/flag';
import { instanceOf } from '../values/instance';
import { KubernetesVersion } from '../values/kubernetes-version';
import { parsePort } from '../values/port';
import { Protocol } from '../values/protocol';
import { structLike } from '../values/struct';

/** Who forwards, and where to report. */
export interface ForwardContext {
  readonly scope: Construct;
  readonly dataPlane: DataPlane;
  readonly problems: Problems;
  /** The Services that were looked at in the same call. */
  readonly knownServices: Map<IConstruct, KnownService>;
  readonly appServices: AppServices;
}

/** A forward as it was asked for, and what has to be made for it. */
export interface RequestedForward {
  readonly forward: Forward;
  readonly make?: ResolvedBackend['make'];
}

/** Reads a forward, or reports everything that is wrong with it. */
export function requestedForward(given: ForwardOptions, context: ForwardContext): RequestedForward | undefined {
  const { problems } = context;
  const options = problems.parse('', structLike<ForwardOptions>('{ listenPort: 5432, backend: Backend.service(orders) }'), given);
  if (!options) return undefined;
  const listenPort = problems.parse('listenPort', parsePort, options.listenPort);
  const protocol = problems.parse('protocol', parseProtocol, options.protocol ?? Protocol.TCP);
  const backend = backendOf(options.backend, { listenPort, protocol }, context);
  const details = detailsOf(options, { listenPort, protocol }, context);
  if (listenPort && protocol && !backend) context.dataPlane._checkListener({ listenPort, protocol }, problems);
  if (!problems.isEmpty || !listenPort || !protocol || !backend) return undefined;
  const service = serviceFor(backend, protocol, context);
  return { forward: { listenPort, protocol, backend: service, ...details }, make: backend.make };
}

/** The Service with the number of its port, where the data plane takes no names and the number is known. */
function serviceFor({ service, known }: ResolvedBackend, protocol: Protocol, { dataPlane }: ForwardContext): ServiceReference {
  if (typeof service.servicePort === 'number' || dataPlane._adapter.supports['backend port by name'].supported) return service;
  const port = known()?.ports.find((candidate) => candidate.name === service.servicePort && (candidate.protocol ?? Protocol.TCP) === protocol);
  return port ? { ...service, servicePort: port.port } : service;
}

const parseProtocol = choiceOf('Protocol', Protocol, 'https://kubernetes.io/docs/reference/networking/service-protocols/');

/** What is known of the listener: a field is absent where it was refused. */
type PartialListener = { readonly [field in keyof Listener]: Listener[field] | undefined };

type Details = Omit<Forward, keyof Listener | 'backend'>;

function detailsOf(options: ForwardOptions, { listenPort, protocol }: PartialListener, { dataPlane, problems }: ForwardContext): Details {
  const nodePort = problems.parseOptional('nodePort', parseNodePort, options.nodePort);
  const sends = problems.parseOptional('sendProxyProtocol', parseFlag, options.sendProxyProtocol);
  const isAsked = options.acceptProxyProtocol === undefined && protocol === Protocol.TCP;
  const accepts = isAsked
    ? problems.parseOptional('acceptProxyProtocol', (port: number) => dataPlane._sendsProxyHeader(port), listenPort)
    : problems.parseOptional('acceptProxyProtocol', parseFlag, options.acceptProxyProtocol);
  return { acceptProxyProtocol: accepts ?? false, sendProxyProtocol: sends ?? false, ...nodePort === undefined ? {} : { nodePort } };
}

function parseNodePort(nodePort: number): number {
  return parsePort(nodePort, 30080);
}

const parseBackend = instanceOf<Backend>({
  className: 'Backend',
  member: '_resolve',
  why: 'it says which port of which Service answers',
  fix: 'give Backend.service(service), Backend.pods(PodSelector.workload(workload)) or Backend.existing({ serviceName: \'orders\' })',
  see: 'https://kubernetes.io/docs/concepts/services-networking/service/',
});

function backendOf(given: Backend, { listenPort, protocol }: PartialListener, context: ForwardContext): ResolvedBackend | undefined {
  const { scope, knownServices, appServices } = context;
  const problems = new NestedProblems(context.problems, 'backend');
  const backend = problems.parse('', parseBackend, given);
  const version = KubernetesVersion.targetOf(scope);
  return protocol && backend?._resolve({ scope, listenPort, protocol, problems, version, knownServices, appServices });
}
