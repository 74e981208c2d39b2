import type { Network } from './network';
import { groupOf, type ObjectKind, type ObjectNode } from './object-node';
import { oncePerNetwork } from './once-per-network';

/** A custom resource of a namespace whose operator may make Pods or Services that no manifest shows; `undefined` where there is none. */
export function operatedIn(network: Network, namespace: string): ObjectNode | undefined {
  return operated(network).get(namespace);
}

const operated = oncePerNetwork((network) => {
  const byNamespace = new Map<string, ObjectNode>();
  for (const node of network.ofKinds(mayMakePods)) {
    if (!byNamespace.has(node.namespace)) byNamespace.set(node.namespace, node);
  }
  return byNamespace;
});

function mayMakePods(node: ObjectKind): boolean {
  const group = groupOf(node);
  return !BUILT_IN.has(group) && !group.endsWith('.k8s.io') && !QUIET_GROUPS.has(group) && !QUIET_KINDS.has(node.kind);
}

const BUILT_IN = new Set(['', 'apps', 'batch', 'autoscaling', 'policy', 'extensions']);

/** Groups whose resources configure what runs already. */
const QUIET_GROUPS = new Set([
  'acme.cert-manager.io', 'cert-manager.io', 'cilium.io', 'crd.projectcalico.org', 'external-secrets.io', 'gateway.envoyproxy.io', 'kyverno.io',
  'metallb.io', 'networking.istio.io', 'projectcalico.org', 'projectcontour.io', 'security.istio.io', 'telemetry.istio.io', 'traefik.containo.us', 'traefik.io',
]);

const QUIET_KINDS = new Set([
  'AlertmanagerConfig', 'BackendConfig', 'FrontendConfig', 'ManagedCertificate', 'PodMonitor', 'Probe', 'PrometheusRule', 'ScaledObject',
  'SealedSecret', 'SecretProviderClass', 'ServiceMonitor', 'TriggerAuthentication', 'VerticalPodAutoscaler',
]);
