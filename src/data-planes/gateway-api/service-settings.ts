/** What a Gateway cannot say about the Service or load balancer in front of it. */
export interface ServiceSettings {
  /** The namespace of the Gateway. */
  readonly namespace: string;
  /** The name of the Gateway. */
  readonly name: string;
  /** The clients that may connect; everyone where it is empty. */
  readonly sourceRanges: readonly string[];
  readonly externalTrafficPolicy?: string;
}
