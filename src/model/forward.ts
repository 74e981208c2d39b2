import type { Protocol } from '../values/protocol';

/** A port of a Service, wherever the Service was made. */
export interface ServiceReference {
  readonly namespace: string;
  readonly name: string;
  /** The number of the Service's port, or its name. */
  readonly servicePort: number | string;
}

/** Where connections arrive. */
export interface Listener {
  readonly listenPort: number;
  readonly protocol: Protocol;
}

/** One listening port of a data plane and where it leads: what every data plane says in its own way. */
export interface Forward extends Listener {
  readonly backend: ServiceReference;
  /** Whether connections arrive with a PROXY protocol header. */
  readonly acceptProxyProtocol: boolean;
  /** Whether the backend is sent a PROXY protocol header. */
  readonly sendProxyProtocol: boolean;
  /** The port on every node, where one is pinned. */
  readonly nodePort?: number;
}

/** `5432/TCP` */
export function listenerOf({ listenPort, protocol }: Listener): string {
  return `${listenPort}/${protocol}`;
}

/** `shop/orders:5432` */
export function referenceText({ namespace, name, servicePort }: ServiceReference): string {
  return `${namespace}/${name}:${servicePort}`;
}

/** TCP before UDP, low ports before high: the order in which forwards are written, whatever order they came in. */
export function inListenOrder<T extends Listener>(forwards: readonly T[]): T[] {
  return [...forwards].sort((a, b) => a.protocol === b.protocol ? a.listenPort - b.listenPort : a.protocol < b.protocol ? -1 : 1);
}

/** The next port that is not taken, for a message that proposes one. */
export function nextFreePort(port: number, isTaken: (candidate: number) => boolean): number {
  // The numbers beside a port below 1024 belong to other well-known services.
  const start = port < LOWEST ? port + 10000 : port + 1;
  const candidateAt = (step: number) => LOWEST + (start - LOWEST + step) % COUNT;
  let step = 0;
  while (step < COUNT && (candidateAt(step) === KUBELET || isTaken(candidateAt(step)))) step += 1;
  return candidateAt(step);
}

// Refused on a LoadBalancer by many versions: https://github.com/kubernetes/kubernetes/pull/129174
const KUBELET = 10250;
const LOWEST = 1024;
const COUNT = 65536 - LOWEST;
