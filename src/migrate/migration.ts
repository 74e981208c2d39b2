import type { RoutedEntry } from './entries/judge-entries';
import type { InputEntry } from './input/installation';
import type { Loss } from './loss';
import type { GatewaySettings } from '../data-planes/gateway-api/gateway-settings';
import type { KubeObject } from '../kube/kube-object';
import type { SourcedObject, SourcedValue, Unreadable } from '../kube/sourced-object';
import type { KubernetesVersion } from '../values/kubernetes-version';

/** What a migration reads. */
export interface MigrationInput {
  readonly objects: readonly SourcedObject[];
  /** Helm values. */
  readonly others: readonly SourcedValue[];
  readonly unreadable: readonly Unreadable[];
}

/** What becomes of one ingress-nginx. */
export interface Migration {
  /** What was migrated: `the controller ingress-nginx/ingress-nginx-controller`; absent where the input has none. */
  readonly title?: string;
  /** The Gateway, its routes and what they need; empty where nothing has a route. */
  readonly objects: readonly KubeObject[];
  readonly gateway: GatewaySettings;
  /** The version of the cluster, where it is said. */
  readonly kubernetesVersion?: KubernetesVersion;
  /** Every entry of the input. */
  readonly entries: readonly InputEntry[];
  /** Those with a route; each of the others has a loss. */
  readonly routed: readonly RoutedEntry[];
  /** The gravest first. */
  readonly losses: readonly Loss[];
  readonly unreadable: readonly Unreadable[];
}
