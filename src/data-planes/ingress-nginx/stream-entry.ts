import type { Forward } from '../../model/forward';
import { Protocol } from '../../values/protocol';
import type { StreamEntry, StreamProtocol } from '../controller/stream-grammar';

/**
 * The value of an entry: `namespace/service:port[:PROXY][:PROXY]`, the first word for what clients send, the second for
 * what backends get. Both are ignored for UDP.
 *
 * @see https://github.com/kubernetes/ingress-nginx/blob/controller-v1.15.1/internal/ingress/controller/controller.go
 */
export function formatEntry({ backend, acceptProxyProtocol, sendProxyProtocol }: Forward): string {
  const service = `${backend.namespace}/${backend.name}:${backend.servicePort}`;
  if (sendProxyProtocol) return `${service}:${acceptProxyProtocol ? 'PROXY' : ''}:PROXY`;
  return acceptProxyProtocol ? `${service}:PROXY` : service;
}

/** The forward that an entry says, or `undefined` where the controller skips it. */
export function parseEntry({ key, value }: StreamEntry, protocol: StreamProtocol): Forward | undefined {
  const [service, port, decode, ...encode] = value.split(':');
  const [namespace, name, ...rest] = service.split('/');
  if (!isInteger(key) || port === undefined || name === undefined || rest.length > 0) return undefined;
  const isTcp = protocol === Protocol.TCP;
  return {
    listenPort: Number(key),
    protocol,
    backend: { namespace, name, servicePort: isInteger(port) ? Number(port) : port },
    acceptProxyProtocol: isTcp && isProxy(decode),
    // The controller looks at the fourth part only when it is the last one.
    sendProxyProtocol: isTcp && encode.length === 1 && isProxy(encode[0]),
  };
}

/** Whether a text is a number to the controller, as Go's Atoi reads it. */
export function isInteger(text: string): boolean {
  return /^[+-]?\d+$/.test(text);
}

function isProxy(word: string | undefined): boolean {
  return word?.toUpperCase() === 'PROXY';
}
