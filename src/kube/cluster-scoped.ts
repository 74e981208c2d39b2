import type { KubeObject } from './kube-object';

/** Whether an object is of a built-in kind that is in no namespace. */
export function isClusterScoped({ kind }: Pick<KubeObject, 'kind'>): boolean {
  return CLUSTER_SCOPED.has(kind);
}

// https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/#not-all-objects-are-in-a-namespace
const CLUSTER_SCOPED = new Set([
  'APIService', 'ClusterRole', 'ClusterRoleBinding', 'CustomResourceDefinition', 'GatewayClass', 'IngressClass', 'MutatingWebhookConfiguration', 'Namespace',
  'PersistentVolume', 'PodSecurityPolicy', 'PriorityClass', 'StorageClass', 'ValidatingAdmissionPolicy', 'ValidatingAdmissionPolicyBinding',
  'ValidatingWebhookConfiguration',
]);
