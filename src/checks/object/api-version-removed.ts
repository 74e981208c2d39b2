import { groupOf, type ObjectKind, type ObjectNode } from '../../model/object-node';
import { API_VERSIONS } from '../../values/api-versions';
import { CAPABILITIES, isUsable, type Capability, type CapabilityName } from '../../values/capabilities';
import type { KubernetesVersion } from '../../values/kubernetes-version';
import type { Check, Problem } from '../check';

/** An object is of an API version that the target does not serve. */
export const apiVersionRemoved: Check = {
  name: 'api-version-removed',
  severity: 'error',
  summary: 'An object is of an API version that the target version no longer serves, does not serve yet, or that has no such kind.',
  why: 'the API server knows no such kind: the object cannot be applied',
  see: 'https://kubernetes.io/docs/reference/using-api/deprecation-guide/',
  * run(network) {
    const { version } = network.circumstances;
    const served = (kind: ObjectKind) => whenServed(`${kind.apiVersion} ${kind.kind}`, version);
    for (const node of network.ofKinds((kind) => served(kind) !== undefined)) yield problemOf(node, served(node)!, version);
    for (const node of network.ofKinds(isOfOtherGroup)) yield misplaced(node);
  },
};

function problemOf(node: ObjectNode, served: string, version: KubernetesVersion): Problem {
  const other = versionsOf(node.kind).find((key) => isUsable(key, version))?.split(' ')[0] ?? SUCCESSORS[node.kind];
  return {
    object: node,
    path: ['apiVersion'],
    fact: `is of ${node.apiVersion}, which ${served}; the target is ${version}`,
    fix: other ? `write apiVersion: ${other}, and adapt the fields that differ` : `target a version that serves ${node.apiVersion}`,
  };
}

function misplaced(node: ObjectNode): Problem {
  return { object: node, path: ['apiVersion'], fact: `is of ${node.apiVersion}, which has no kind "${node.kind}"`, fix: `write apiVersion: ${HOMES.get(node.kind)}` };
}

/** Whether a group of Kubernetes itself is written for a kind of another one; groups of others may have kinds of the same name. */
function isOfOtherGroup(kind: ObjectKind): boolean {
  const home = HOMES.get(kind.kind);
  return home !== undefined && GROUPS.has(groupOf(kind)) && groupOf({ apiVersion: home }) !== groupOf(kind) && !isKnown(`${kind.apiVersion} ${kind.kind}`);
}

const GROUPS: ReadonlySet<string> = new Set(['', 'apps', 'autoscaling', 'batch', 'discovery.k8s.io', 'extensions', 'networking.k8s.io', 'policy']);

// Served by every version from 1.17 on.
const SUCCESSORS: Readonly<Record<string, string | undefined>> = {
  APIService: 'apiregistration.k8s.io/v1',
  CustomResourceDefinition: 'apiextensions.k8s.io/v1',
  DaemonSet: 'apps/v1',
  Deployment: 'apps/v1',
  MutatingWebhookConfiguration: 'admissionregistration.k8s.io/v1',
  NetworkPolicy: 'networking.k8s.io/v1',
  ReplicaSet: 'apps/v1',
  StatefulSet: 'apps/v1',
  ValidatingWebhookConfiguration: 'admissionregistration.k8s.io/v1',
};

const HOMES: ReadonlyMap<string, string | undefined> = new Map([
  ...Object.entries(SUCCESSORS),
  ...['ConfigMap', 'Endpoints', 'Namespace', 'Pod', 'ReplicationController', 'Secret', 'Service'].map((kind) => [kind, 'v1'] as const),
]);

function isKnown(key: string): key is keyof typeof API_VERSIONS {
  return Object.hasOwn(API_VERSIONS, key);
}

/** The newest first. */
function versionsOf(kind: string): CapabilityName[] {
  const known = Object.keys(API_VERSIONS).filter((key): key is keyof typeof API_VERSIONS => key.endsWith(` ${kind}`));
  return known.length === 0 ? [] : [...known].reverse();
}

function whenServed(key: string, version: KubernetesVersion): string | undefined {
  if (!isKnown(key) || isUsable(key, version)) return undefined;
  const { introduced, removed }: Capability = CAPABILITIES[key];
  return removed === undefined ? `Kubernetes serves from 1.${introduced} on` : `Kubernetes serves no more from 1.${removed} on`;
}
