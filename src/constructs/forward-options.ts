import type { Backend } from './backend';
import type { Protocol } from '../values/protocol';

/** A listening port and where it leads. */
export interface ForwardOptions {
  /** The port that clients connect to: 1-65535. */
  readonly listenPort: number;

  /** The Service or Pods that answer. */
  readonly backend: Backend;

  /**
   * The protocol that clients speak.
   *
   * @default Protocol.TCP
   */
  readonly protocol?: Protocol;

  /**
   * Whether connections arrive with a PROXY protocol header, as many load balancers send it to tell the client's address.
   *
   * @default - whether the data plane's load balancer is known to send it; false over UDP
   * @throws if it is left out where the data plane expects the header for HTTP and nothing tells who sends it
   * @see https://www.haproxy.org/download/2.9/doc/proxy-protocol.txt
   */
  readonly acceptProxyProtocol?: boolean;

  /**
   * Whether the backend is sent a PROXY protocol header. It must expect one.
   *
   * @default false
   */
  readonly sendProxyProtocol?: boolean;

  /**
   * The port on every node, where the data plane is reached through node ports: 30000-32767 in most clusters.
   *
   * @default - allocated by the cluster
   */
  readonly nodePort?: number;
}
