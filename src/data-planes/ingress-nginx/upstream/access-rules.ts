import { LEADER_ELECTION_LEASE } from './names';

/** A rule of a Role or ClusterRole. */
export interface AccessRule {
  readonly apiGroups: string[];
  readonly resources: string[];
  readonly resourceNames?: string[];
  readonly verbs: string[];
}

const CORE = '';
const ADMISSION_REGISTRATION = 'admissionregistration.k8s.io';
const COORDINATION = 'coordination.k8s.io';
const DISCOVERY = 'discovery.k8s.io';
const NETWORKING = 'networking.k8s.io';

/** What the controller may do in its own namespace. */
export function controllerRules(): AccessRule[] {
  return [
    allow('get', CORE, 'namespaces'),
    allow('get list watch', CORE, 'configmaps pods secrets endpoints'),
    allow('get list watch', CORE, 'services'),
    allow('get list watch', NETWORKING, 'ingresses'),
    allow('update', NETWORKING, 'ingresses/status'),
    allow('get list watch', NETWORKING, 'ingressclasses'),
    { ...allow('get update', COORDINATION, 'leases'), resourceNames: [LEADER_ELECTION_LEASE] },
    allow('create', COORDINATION, 'leases'),
    allow('create patch', CORE, 'events'),
    allow('list watch get', DISCOVERY, 'endpointslices'),
  ];
}

/** What the controller may do in every namespace. */
export function controllerClusterRules(): AccessRule[] {
  return [
    allow('list watch', CORE, 'configmaps endpoints nodes pods secrets namespaces'),
    allow('list watch', COORDINATION, 'leases'),
    allow('get', CORE, 'nodes'),
    allow('get list watch', CORE, 'services'),
    allow('get list watch', NETWORKING, 'ingresses'),
    allow('create patch', CORE, 'events'),
    allow('update', NETWORKING, 'ingresses/status'),
    allow('get list watch', NETWORKING, 'ingressclasses'),
    allow('list watch get', DISCOVERY, 'endpointslices'),
  ];
}

/** Keeping the certificate of the webhook in a Secret. */
export function admissionRules(): AccessRule[] {
  return [allow('get create', CORE, 'secrets')];
}

/** Writing that certificate into the webhook's configuration. */
export function admissionClusterRules(): AccessRule[] {
  return [allow('get update', ADMISSION_REGISTRATION, 'validatingwebhookconfigurations')];
}

function allow(verbs: string, apiGroup: string, resources: string): AccessRule {
  return { apiGroups: [apiGroup], resources: resources.split(' '), verbs: verbs.split(' ') };
}
