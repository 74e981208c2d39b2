import { isControllerLabel } from '../../model/pod-labels';

/** Whether Pods may get a label from something that runs in the cluster, though no manifest shows it. */
export function isRunTimeLabel(key: string): boolean {
  return ROLES.test(key) || OPERATED.has(key) || isControllerLabel(key) || isOperatorKey(key);
}

// Which Pod is the primary: written by Patroni, Vault, sentinels and their like.
const ROLES = /(^|[-./])(role|leader|primary|master|active|sealed|standby|initialized)$/i;

/** Keys without a prefix that operators put on the Pods they make. */
const OPERATED = new Set([
  'cluster-name', 'application', 'rook_cluster', 'rook_object_store', 'ceph_daemon_type', 'ceph_daemon_id', 'mgr_role', 'spark-app-selector',
  'spark-app-name', 'istio', 'app.kubernetes.io/managed-by', 'hub.jupyter.org/username',
]);

/** A key under a domain, other than the ones that people use themselves: strimzi.io/name, cnpg.io/cluster. */
function isOperatorKey(key: string): boolean {
  return key.includes('/') && !/^(app\.kubernetes\.io|helm\.sh|example\.com)\//.test(key);
}
