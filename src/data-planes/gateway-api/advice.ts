import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { GatewayPlan } from './gateway-plan';
import type { GatewayTarget } from './gateway-target';
import { grantsFor } from './grants';
import { networkOf } from './network-of';
import { declaredOn } from './rules/declared-listener';
import type { KubeObject } from '../../kube/kube-object';
import { rendered } from '../../kube/rendered';
import { listenerOf, type Forward } from '../../model/forward';
import type { Problem } from '../../problems/problem';

/** What goes through a Gateway. */
export interface Traffic {
  readonly accepted: readonly Forward[];
  /** What leads to Services that this app does not make. */
  readonly foreign: readonly Forward[];
}

/** What others have to do before the forwards work. */
export function adviceOn(dataPlane: IConstruct, plan: GatewayPlan, { accepted, foreign }: Traffic): Problem[] {
  return [...adviceOnGrants(dataPlane, plan, foreign), ...plan.isAdmitted ? [] : adviceOnAdmission(plan, accepted)];
}

function adviceOnGrants(dataPlane: IConstruct, { target, grantedNamespaces }: GatewayPlan, foreign: readonly Forward[]): Problem[] {
  const asked = foreign.filter(({ backend }) => !grantedNamespaces.includes(backend.namespace));
  const lacking = asked.length > 0 ? grantsFor(asked, target, networkOf(grantsOf(dataPlane.node.root))) : [];
  return lacking.map((grant) => ({
    at: 'grantedNamespaces',
    fact: `the routes of namespace ${target.routeNamespace} send to namespace ${grant.metadata.namespace}, whose Services this app does not make`,
    why: 'without a ReferenceGrant in that namespace the backends are not resolved (RefNotPermitted), and connections to them fail',
    fix: `have its owner apply ${JSON.stringify(grant)}, then add '${grant.metadata.namespace}' to grantedNamespaces`,
    see: 'https://gateway-api.sigs.k8s.io/api-types/referencegrant/',
  }));
}

function grantsOf(root: IConstruct): KubeObject[] {
  return root.node.findAll().filter((construct) => ApiObject.isApiObject(construct))
    .filter(({ kind }) => kind === 'ReferenceGrant').map((apiObject) => rendered(apiObject) as KubeObject);
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
