import type { ObjectKind, ObjectNode } from '../../model/object-node';
import { API_VERSIONS } from '../../values/api-versions';
import { CAPABILITIES, isUsable, type Capability, type CapabilityName } from '../../values/capabilities';
import type { KubernetesVersion } from '../../values/kubernetes-version';
import type { Check, Problem } from '../check';

/** An object is of an API version that the target does not serve. */
export const apiVersionRemoved: Check = {
  name: 'api-version-removed',
  severity: 'error',
  summary: 'An object is of an API version that the target version no longer serves, or does not serve yet.',
  why: 'the API server knows no such kind: the object cannot be applied',
  see: 'https://kubernetes.io/docs/reference/using-api/deprecation-guide/',
  * run(network) {
    const { version } = network.circumstances;
    const served = (kind: ObjectKind) => whenServed(`${kind.apiVersion} ${kind.kind}`, version);
    for (const node of network.ofKinds((kind) => served(kind) !== undefined)) yield problemOf(node, served(node)!, version);
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
