import type { ApiObjectMetadata } from 'cdk8s';
import type { NamedGateway } from './emit-options';
import type { GatewaySettings } from './gateway-settings';
import type { GatewayTarget } from './gateway-target';
import type { KubernetesVersion } from '../../values/kubernetes-version';

/** The properties of `GatewayApi`, checked and with their defaults. */
export interface GatewayPlan {
  readonly target: GatewayTarget;
  readonly gateway: NamedGateway;
  /** The Gateway to make; absent where someone else makes it. */
  readonly created?: { readonly settings: GatewaySettings; readonly metadata: ApiObjectMetadata };
  /** Whether the namespace of the routes is written, and not left to `kubectl apply`. */
  readonly isNamespaceGiven: boolean;
  /** Whether the owner of the Gateway is known to let in what this app makes. */
  readonly isAdmitted: boolean;
  readonly grantedNamespaces: readonly string[];
  readonly version: KubernetesVersion;
}
