import type { BackendRequest, ResolvedBackend } from './backend-request';
import type { Problems } from '../problems/problems';
import { parseDnsLabel, parseServiceName } from '../values/dns-name';
import { parsePort } from '../values/port';
import { structLike } from '../values/struct';

/** A Service that this app does not make. */
export interface ExistingBackendProps {
  /** The name of the Service. */
  readonly serviceName: string;

  /**
   * Its namespace.
   *
   * @default "default"
   */
  readonly namespaceName?: string;

  /**
   * The port of the Service (not of the Pods): 1-65535.
   *
   * @default - the number of the listening port
   */
  readonly servicePort?: number;

  /**
   * The name of the Service's port, instead of its number: a DNS label.
   *
   * @default - the number is used
   */
  readonly servicePortName?: string;
}

/** A reference to a Service by name; this app may make it all the same, as part of a manifest that it includes. */
export function elsewhere(props: ExistingBackendProps, { problems, listenPort, appServices }: BackendRequest): ResolvedBackend | undefined {
  if (!problems.parse('', structLike('{ serviceName: \'orders\', namespaceName: \'shop\' }'), props)) return undefined;
  const name = problems.parse('serviceName', parseServiceName, props.serviceName);
  const namespace = problems.parse('namespaceName', parseDnsLabel, props.namespaceName ?? 'default');
  const servicePort = portOf(props, listenPort, problems);
  return name && namespace && servicePort ? { service: { namespace, name, servicePort }, known: () => appServices.find(namespace, name) } : undefined;
}

function portOf(
  { servicePort, servicePortName }: ExistingBackendProps, listenPort: number | undefined, problems: Problems,
): number | string | undefined {
  const port = problems.parseOptional('servicePort', parsePort, servicePort);
  const name = problems.parseOptional('servicePortName', parseDnsLabel, servicePortName);
  if (servicePort === undefined) return servicePortName === undefined ? listenPort : name;
  if (servicePortName === undefined) return port;
  problems.add('servicePortName', {
    fact: `servicePort ${servicePort} and servicePortName "${servicePortName}" are both given`,
    why: 'the forward leads to one of them; which one would be a guess',
    fix: 'leave servicePortName out',
    see: 'https://kubernetes.io/docs/concepts/services-networking/service/#multi-port-services',
  });
  return undefined;
}
