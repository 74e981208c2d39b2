import type { Protocol } from '../values/protocol';

/**
 * A port of a Service: clients connect to `servicePort`, the container listens on `targetPort`.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports
 */
export interface ServicePortOptions {
  /** The port that clients of the Service connect to: 1-65535. */
  readonly servicePort: number;

  /**
   * The port of the container: 1-65535.
   *
   * @default - the number of `servicePort`
   */
  readonly targetPort?: number;

  /**
   * The name of the container's port, looked up in each Pod: at most 15 of `a-z 0-9 -`. Not together with `targetPort`.
   *
   * @default - the number is used
   */
  readonly targetPortName?: string;

  /**
   * The name of this port in the Service: a DNS label. Needed as soon as there are several.
   *
   * @default - unnamed when it is the only port, else protocol and number such as "tcp-5432"
   */
  readonly name?: string;

  /**
   * The transport protocol.
   *
   * @default Protocol.TCP
   */
  readonly protocol?: Protocol;

  /**
   * The protocol spoken on top, for load balancers and meshes: "http", "kubernetes.io/h2c", "example.com/mine".
   *
   * @default - unset
   * @throws if the target is older than Kubernetes 1.19
   */
  readonly appProtocol?: string;
}

/** A port of a Service that is also opened on every node. */
export interface NodePortServicePortOptions extends ServicePortOptions {
  /**
   * The port on every node, in the cluster's range (30000-32767 unless its operator chose another).
   *
   * Numbers from 30000 to 30085 are the least likely to be taken: the allocator uses the others first.
   *
   * @default - allocated by the cluster
   * @see https://kubernetes.io/docs/concepts/services-networking/service/#nodeport-custom-port
   */
  readonly nodePort?: number;
}
