/**
 * In which order the Pods of a `TcpStatefulSet` start and stop.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#pod-management-policies
 */
export enum PodManagementPolicy {
  /** One after the other: each waits until the one before is ready. */
  ORDERED_READY = 'OrderedReady',
  /** All at once, for members that must find each other before they are ready. */
  PARALLEL = 'Parallel',
}
