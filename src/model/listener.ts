import type { Forward } from './forward';

/** A forward, and the data plane that listens. */
export interface Listener extends Forward {
  /** `ingress-nginx ingress-nginx/ingress-nginx-controller` */
  readonly dataPlane: string;
}
