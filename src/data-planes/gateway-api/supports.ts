import type { Implementation } from './implementation';
import type { DataPlaneAdapter } from '../adapter';

/** What forwards may ask of a Gateway: what its controller can do. */
export function supportsOf({ supports }: Implementation): DataPlaneAdapter['supports'] {
  return supports;
}
