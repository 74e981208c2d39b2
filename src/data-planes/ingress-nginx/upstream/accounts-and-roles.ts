import { admissionClusterRules, admissionRules, controllerClusterRules, controllerRules, type AccessRule } from './access-rules';
import { componentLabels, releaseLabels } from './labels';
import { ADMISSION, CONTROLLER_ACCOUNT, NAMESPACE } from './names';
import type { KubeMetadata, KubeObject } from '../../../kube/kube-object';

const RBAC_GROUP = 'rbac.authorization.k8s.io';
const RBAC_VERSION = `${RBAC_GROUP}/v1`;

/** A service account and what it may do; its roles and bindings carry its name. */
interface Account {
  readonly name: string;
  readonly labels: () => Record<string, string>;
  readonly clusterLabels: () => Record<string, string>;
  readonly rules: () => AccessRule[];
  readonly clusterRules: () => AccessRule[];
}

const CONTROLLER: Account = {
  name: CONTROLLER_ACCOUNT,
  labels: () => componentLabels('controller'),
  clusterLabels: releaseLabels,
  rules: controllerRules,
  clusterRules: controllerClusterRules,
};

const WEBHOOK_PREPARATION: Account = {
  name: ADMISSION,
  labels: () => componentLabels('admission-webhook'),
  clusterLabels: () => componentLabels('admission-webhook'),
  rules: admissionRules,
  clusterRules: admissionClusterRules,
};

/** Kind by kind, the controller's object before that of the webhook's preparation. */
export function accountsAndRoles(): KubeObject[] {
  const kinds = [serviceAccount, role, clusterRole, roleBinding, clusterRoleBinding];
  return kinds.flatMap((objectFor) => [objectFor(CONTROLLER), objectFor(WEBHOOK_PREPARATION)]);
}

function serviceAccount(account: Account): KubeObject {
  return { apiVersion: 'v1', kind: 'ServiceAccount', metadata: namespaced(account), automountServiceAccountToken: true };
}

function role(account: Account): KubeObject {
  return { apiVersion: RBAC_VERSION, kind: 'Role', metadata: namespaced(account), rules: account.rules() };
}

function clusterRole(account: Account): KubeObject {
  return { apiVersion: RBAC_VERSION, kind: 'ClusterRole', metadata: clusterWide(account), rules: account.clusterRules() };
}

function roleBinding(account: Account): KubeObject {
  return { apiVersion: RBAC_VERSION, kind: 'RoleBinding', metadata: namespaced(account), ...bind('Role', account) };
}

function clusterRoleBinding(account: Account): KubeObject {
  return { apiVersion: RBAC_VERSION, kind: 'ClusterRoleBinding', metadata: clusterWide(account), ...bind('ClusterRole', account) };
}

function bind(kind: string, { name }: Account): Record<string, unknown> {
  return {
    roleRef: { apiGroup: RBAC_GROUP, kind, name },
    subjects: [{ kind: 'ServiceAccount', name, namespace: NAMESPACE }],
  };
}

function namespaced({ name, labels }: Account): KubeMetadata {
  return { name, namespace: NAMESPACE, labels: labels() };
}

function clusterWide({ name, clusterLabels }: Account): KubeMetadata {
  return { name, labels: clusterLabels() };
}
