import { listAt } from '../../kube/field';
import type { Network } from '../../model/network';
import type { ObjectNode } from '../../model/object-node';
import { oncePerNetwork } from '../../model/once-per-network';

/** A role among the objects by which something makes Pods of a namespace at run time; `undefined` where there is none. */
export function makerOfPods(network: Network, namespace: string): ObjectNode | undefined {
  return roleFor(makers(network), namespace);
}

/** A role by which something changes the labels of a namespace's Pods at run time, such as which one is the primary. */
export function labellerOfPods(network: Network, namespace: string): ObjectNode | undefined {
  return roleFor(labellers(network), namespace);
}

/** A role by which something writes the endpoints of a namespace's Services itself, such as a leader election. */
export function writerOfEndpoints(network: Network, namespace: string): ObjectNode | undefined {
  return roleFor(writers(network), namespace);
}

type Roles = ReadonlyMap<string, ObjectNode>;

const ANYWHERE = '*';
const MAKING = new Set(['create', '*']);
const CHANGING = new Set(['create', 'update', 'patch', '*']);

const makers = oncePerNetwork((network) => rolesThatMay(network, MAKING, new Set(['pods', 'deployments', 'statefulsets', 'daemonsets', 'replicasets', '*'])));
const labellers = oncePerNetwork((network) => rolesThatMay(network, new Set(['update', 'patch', '*']), new Set(['pods'])));
const writers = oncePerNetwork((network) => rolesThatMay(network, CHANGING, new Set(['endpoints', 'endpointslices', '*'])));

function roleFor(roles: Roles, namespace: string): ObjectNode | undefined {
  return roles.get(ANYWHERE) ?? roles.get(namespace);
}

function rolesThatMay(network: Network, verbs: ReadonlySet<unknown>, resources: ReadonlySet<unknown>): Roles {
  const roles = new Map<string, ObjectNode>();
  const may = (role: ObjectNode) => listAt(role.object, 'rules').some((rule) => grants(rule, verbs, resources)) && !isForPeople(role);
  for (const role of network.ofKind(RBAC, 'ClusterRole').filter(may)) roles.set(ANYWHERE, role);
  for (const role of network.ofKind(RBAC, 'Role').filter(may)) roles.set(role.namespace, role);
  return roles;
}

const RBAC = 'rbac.authorization.k8s.io';
const GROUPS: ReadonlySet<unknown> = new Set(['', 'apps', 'discovery.k8s.io', '*']);

function grants(rule: unknown, verbs: ReadonlySet<unknown>, resources: ReadonlySet<unknown>): boolean {
  const includes = (list: string, wanted: ReadonlySet<unknown>) => listAt(rule, list).some((entry) => wanted.has(entry));
  return includes('apiGroups', GROUPS) && includes('resources', resources) && includes('verbs', verbs);
}

// https://kubernetes.io/docs/reference/access-authn-authz/rbac/#aggregated-clusterroles
function isForPeople({ labels }: ObjectNode): boolean {
  return Object.keys(labels).some((key) => key.startsWith('rbac.authorization.k8s.io/aggregate-to-'));
}
