import type { Construct, IConstruct } from 'constructs';
import type { AppServices } from './app-services';
import type { KnownService } from './known-service';
import type { ServiceReference } from '../model/forward';
import type { Problems } from '../problems/problems';
import type { KubernetesVersion } from '../values/kubernetes-version';
import type { Protocol } from '../values/protocol';

/** The forward that a backend is wanted for. */
export interface BackendRequest {
  /** The ingress. */
  readonly scope: Construct;
  /** Absent where it was refused. */
  readonly listenPort?: number;
  readonly protocol: Protocol;
  /** Those of the field that the backend stands in. */
  readonly problems: Problems;
  readonly version: KubernetesVersion;
  /** The Services that were looked at for the forwards of the same call. */
  readonly knownServices: Map<IConstruct, KnownService>;
  readonly appServices: AppServices;
}

/** Where a forward leads. */
export interface ResolvedBackend {
  readonly service: ServiceReference;
  /** Makes the Service, where it is made for this forward. */
  readonly make?: () => void;
  /** What is known of the Service, where this app makes it before or for this forward. */
  readonly known: () => KnownService | undefined;
}
