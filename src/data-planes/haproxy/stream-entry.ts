import type { Forward } from '../../model/forward';
import type { StreamEntry, StreamProtocol } from '../controller/stream-grammar';

/**
 * The value of an entry: `namespace/service:port[:ssl]`, the port being a number.
 *
 * @see https://github.com/haproxytech/kubernetes-ingress/blob/v3.2.11/pkg/handler/tcp-services.go
 */
export function formatEntry({ backend }: Forward): string {
  return `${backend.namespace}/${backend.name}:${backend.servicePort}`;
}

/** The forward that an entry says, or `undefined` where the controller skips it. */
export function parseEntry({ key, value }: StreamEntry, protocol: StreamProtocol): Forward | undefined {
  const [service, port] = value.split(':');
  const [namespace, name, ...rest] = service.split('/');
  if (!isPort(key) || port === undefined || !isInteger(port) || name === undefined || rest.length > 0) return undefined;
  return {
    listenPort: Number(key),
    protocol,
    backend: { namespace, name, servicePort: Number(port) },
    acceptProxyProtocol: false,
    sendProxyProtocol: false,
  };
}

/** Whether HAProxy ends TLS before it forwards, which no forward asks for. */
export function endsTls({ value }: StreamEntry): boolean {
  return value.split(':')[2] === 'ssl';
}

/** HAProxy itself reads the key, behind the address that it binds. */
export function isPort(key: string): boolean {
  return /^\d+$/.test(key);
}

/** As Go's ParseInt reads it. */
function isInteger(text: string): boolean {
  return /^[+-]?\d+$/.test(text);
}
