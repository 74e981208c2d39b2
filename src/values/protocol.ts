/**
 * The transport protocol of a port.
 *
 * @see https://kubernetes.io/docs/reference/networking/service-protocols/
 */
export enum Protocol {
  /** Transmission Control Protocol, the default of Kubernetes. */
  TCP = 'TCP',
  /** User Datagram Protocol. */
  UDP = 'UDP',
  /** Stream Control Transmission Protocol; on by default since Kubernetes 1.19. */
  SCTP = 'SCTP',
}
