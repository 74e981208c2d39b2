import type { Forward } from './forward';

/** A forward, and the data plane that makes it. */
export interface DataPlaneForward extends Forward {
  /** `ingress-nginx ingress-nginx/ingress-nginx-controller` */
  readonly dataPlane: string;
}
