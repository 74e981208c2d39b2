import type { Protocol } from '../values/protocol';

/** A port as it stands in `spec.ports`. */
export interface RenderedPort {
  readonly name?: string;
  readonly port: number;
  readonly targetPort: number | string;
  readonly protocol: Protocol;
  readonly nodePort?: number;
  readonly appProtocol?: string;
}
