import type { Claims } from './claim';

/** The checks whose findings the API server warns of, and what it says then. */
export const WARNINGS: Claims = new Map([
  ['container-port-duplicate', { says: /duplicate port definition/, why: /address already in use/, since: 28 }],
  ['endpoints-api-deprecated', { says: /v1 Endpoints is deprecated/ }],
  ['endpointslice-fqdn', { says: /FQDN endpoints are deprecated/ }],
  ['external-ips-deprecated', { says: /spec\.externalIPs is deprecated/ }],
  ['externalname-without-type', { says: /spec\.externalName is ignored/, since: 28 }],
  ['headless-ignored-fields', { says: /is ignored for headless services/, since: 34 }],
  ['ip-non-canonical', { says: /considered invalid|will be invalid in a future|RFC 5952 canonical format/, since: 33 }],
  ['lb-source-range-host-bits', { says: /is ambiguous in this context/, since: 33 }],
  ['target-port-name-ambiguous', { says: /duplicate port name/, since: 28 }],
  ['topology-hints-annotation-deprecated', { says: /annotation service\.kubernetes\.io\/topology-aware-hints is deprecated/ }],
  ['topology-label-deprecated', { says: /failure-domain\.beta\.kubernetes\.io\/\w+ is deprecated/ }],
  ['traffic-distribution-deprecated-value', { says: /"PreferClose" is deprecated/ }],
]);

/** Checks do not know which release of the Gateway API a cluster has; most have nothing but the version that 1.6 deprecates. */
export const DEPRECATED_BY_LAST_RELEASE = /^The v1alpha2 version of \w+ has been deprecated/;

/** The manifests of which the server warns without need. */
export const NEEDLESS_WARNINGS: ReadonlyMap<string, string> = new Map([
  ['container-port-duplicate/good-init.yaml', 'the init container has ended when the other one starts'],
  ['container-port-name-duplicate/good-containers.yaml', 'nothing looks the name up'],
  ['endpoints-name-mismatch/good-leader-election.yaml', 'the object is a lock and leads nowhere'],
  ['endpoints-with-selector/good-copied-from-a-cluster.yaml', 'a controller wrote it'],
  ['endpointslice-fqdn/cannot-tell-gateway.yaml', 'an implementation of the Gateway API may use it'],
  ['internal-local-sparse/bad-linux-nodes.yaml', 'nodes still carry the older label'],
  ['lb-source-range-invalid/good-spaces.yaml', 'spaces around a block are accepted in every version'],
]);
