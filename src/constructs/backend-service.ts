import type { IConstruct } from 'constructs';
import type { BackendRequest, ResolvedBackend } from './backend-request';
import { serviceOf, type KnownPort, type KnownService } from './known-service';
import type { Fault } from '../problems/problem';
import { parsePort } from '../values/port';
import { structLike } from '../values/struct';

/** Which port of a Service a forward leads to. */
export interface BackendServiceOptions {
  /**
   * The port of the Service (not of the Pods): 1-65535.
   *
   * @default - the only port of the forward's protocol
   */
  readonly servicePort?: number;

  /**
   * The name of the Service's port, instead of its number.
   *
   * @default - the number is used
   */
  readonly servicePortName?: string;
}

/** The port that is meant, among those that the Service has. */
export function portOfService(construct: IConstruct, options: BackendServiceOptions, request: BackendRequest): ResolvedBackend | undefined {
  const { problems, knownServices } = request;
  const wanted = problems.parse('', structLike<BackendServiceOptions>('{ servicePort: 5432 }'), options);
  const service = knownServices.get(construct) ?? serviceOf(construct);
  if (isFault(service)) return void problems.add('', service);
  knownServices.set(construct, service);
  if (service.type === 'ExternalName') problems.add('', onlyAName(service));
  problems.parseOptional('servicePort', parsePort, wanted?.servicePort);
  if (!wanted || !problems.isEmpty) return undefined;
  const matching = service.ports.filter((port) => isMeant(port, wanted, request));
  if (matching.length !== 1) return void problems.add('', noSuchPort(service, matching.length, wanted, request));
  const servicePort = wanted.servicePortName ?? matching[0].port;
  return { service: { namespace: service.namespace, name: service.name, servicePort }, known: () => service };
}

function isMeant({ port, name, protocol = 'TCP' }: KnownPort, { servicePort, servicePortName }: BackendServiceOptions, request: BackendRequest): boolean {
  return protocol === request.protocol && (servicePort ?? port) === port && (servicePortName === undefined || name === servicePortName);
}

function isFault(value: KnownService | Fault): value is Fault {
  return 'fact' in value;
}

const SEE = 'https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports';

function onlyAName({ namespace, name }: KnownService): Fault {
  return {
    fact: `Service ${namespace}/${name} is of type ExternalName`,
    why: 'it is a name in DNS and has no endpoints that connections could be sent to',
    fix: 'use an ExternalEndpointService with the addresses behind that name: ExternalTarget.endpoints([{ ip: \'10.20.0.15\' }])',
    see: 'https://kubernetes.io/docs/concepts/services-networking/service/#externalname',
  };
}

function noSuchPort({ namespace, name, ports }: KnownService, found: number, options: BackendServiceOptions, request: BackendRequest): Fault {
  const { protocol, listenPort } = request;
  const wanted = options.servicePortName ?? options.servicePort;
  const offers = ports.map((port) => `${port.name ? `"${port.name}" ` : ''}${port.port}/${port.protocol ?? 'TCP'}`).join(', ');
  const usable = ports.find((port) => (port.protocol ?? 'TCP') === protocol);
  return {
    fact: found > 1
      ? `Service ${namespace}/${name} has ${found} ${protocol} ports: ${offers}`
      : `Service ${namespace}/${name} has no ${protocol} port${wanted === undefined ? '' : ` ${JSON.stringify(wanted)}`}; it has ${offers || 'none'}`,
    why: found > 1 ? 'which one is meant would be a guess' : 'the forward would find no endpoints: a backend is a port of the Service, not of its Pods',
    fix: usable
      ? `use Backend.service(service, { servicePort: ${usable.port} })`
      : `give the Service a ${protocol} port, for example { servicePort: ${listenPort ?? 5432}, protocol: Protocol.${protocol} }`,
    see: SEE,
  };
}
