import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { NamedGateway } from './emit-options';
import type { GatewayPlan } from './gateway-plan';
import type { GatewayTarget } from './gateway-target';
import { grantsFor } from './grants';
import { networkOf } from './network-of';
import { routeKind } from './route-kind';
import { declaredOn } from './rules/declared-listener';
import type { KubeObject } from '../../kube/kube-object';
import { rendered } from '../../kube/rendered';
import { listenerOf, type Forward } from '../../model/forward';
import { gatewaysOf } from '../../model/gateway-node';
import type { Network } from '../../model/network';
import { grantsIn, isMeantFor } from '../../model/reference-grant-node';
import type { Problem } from '../../problems/problem';

/** What goes through a Gateway. */
export interface Traffic {
  readonly accepted: readonly Forward[];
  /** What leads to Services that this app makes no grant for. */
  readonly foreign: readonly Forward[];
}

/** What others have to do before the forwards work, as far as it is not about objects of this app, which the checks look at. */
export function adviceOn(dataPlane: IConstruct, plan: GatewayPlan, { accepted, foreign }: Traffic): Problem[] {
  const asked = foreign.filter(({ backend }) => !plan.grantedNamespaces.includes(backend.namespace));
  if (asked.length === 0 && plan.isAdmitted) return [];
  const network = networkOf(objectsOf(dataPlane.node.root));
  return [...adviceOnGrants(plan, asked, network), ...plan.isAdmitted || isThere(plan.gateway, network) ? [] : adviceOnAdmission(plan, accepted)];
}

function objectsOf(root: IConstruct): KubeObject[] {
  return root.node.findAll().filter((construct) => ApiObject.isApiObject(construct))
    .filter(({ kind }) => ['Gateway', 'ReferenceGrant'].includes(kind)).map((apiObject) => rendered(apiObject) as KubeObject);
}

function isThere({ namespace, name }: NamedGateway, network: Network): boolean {
  return gatewaysOf(network).some((gateway) => gateway.namespace === namespace && gateway.name === name);
}

function adviceOnGrants({ target }: GatewayPlan, foreign: readonly Forward[], network: Network): Problem[] {
  const asked = foreign.filter((forward) => !hasOwnGrant(forward, target, network));
  return grantsFor(asked, target, network).map((grant) => ({
    at: 'grantedNamespaces',
    fact: `the routes of namespace ${target.routeNamespace} send to namespace ${grant.metadata.namespace}, in which this app makes no Service`,
    why: 'without a ReferenceGrant in that namespace the backends are not resolved (RefNotPermitted), and connections to them fail',
    fix: `have its owner apply ${JSON.stringify(grant)}, then add '${grant.metadata.namespace}' to grantedNamespaces`,
    see: 'https://gateway-api.sigs.k8s.io/api-types/referencegrant/',
  }));
}

/** Whether the app has a grant that is meant for the route: whether it permits it is for the check to say. */
function hasOwnGrant(forward: Forward, { routeNamespace }: GatewayTarget, network: Network): boolean {
  const { backend: { namespace, name } } = forward;
  const route = { kind: routeKind(forward), namespace: routeNamespace };
  return grantsIn(namespace, network).some((grant) => isMeantFor(grant, route, { kind: 'Service', name }));
}

function adviceOnAdmission({ target, gateway }: GatewayPlan, accepted: readonly Forward[]): Problem[] {
  const { namespace, name, routeNamespace } = target;
  const declared = accepted.map((forward) => ({ forward, listener: declaredOn(forward.listenPort, forward.protocol, gateway.listeners) }));
  const attached = declared.flatMap(({ listener }) => listener ? [listener.name] : []);
  const added = declared.filter(({ listener }) => !listener).map(({ forward }) => listenerOf(forward));
  const demands = [
    ...attached.length > 0 && namespace !== routeNamespace ? [`allowedRoutes: ${admission(target)} in ${listText('the listener', attached)}`] : [],
    ...added.length > 0 ? [`allowedListeners: ${admission(target)} in spec, for ${added.join(', ')}`] : [],
  ];
  return demands.length === 0 ? [] : [{
    at: 'gateway.admitted',
    fact: `Gateway ${namespace}/${name} has to let in what this app makes in namespace ${routeNamespace}`,
    why: 'a Gateway takes routes of its own namespace only, and no ListenerSets, unless it says so: nothing would be forwarded',
    fix: `have its owner write ${demands.join(' and ')}, then set admitted: true`,
    see: 'https://gateway-api.sigs.k8s.io/guides/multiple-ns/',
  }];
}

// The API server gives every Namespace this label: https://kubernetes.io/docs/reference/labels-annotations-taints/#kubernetes-io-metadata-name
function admission({ namespace, routeNamespace }: GatewayTarget): string {
  return namespace === routeNamespace
    ? '{ namespaces: { from: Same } }'
    : `{ namespaces: { from: Selector, selector: { matchLabels: { kubernetes.io/metadata.name: ${routeNamespace} } } } }`;
}

function listText(noun: string, names: readonly string[]): string {
  return names.length === 1 ? `${noun} "${names[0]}"` : `${noun}s ${names.map((name) => `"${name}"`).join(', ')}`;
}
