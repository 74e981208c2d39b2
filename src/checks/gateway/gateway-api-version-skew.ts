import { servedVersions, type ServedVersions } from './served-versions';
import { GATEWAY_GROUP } from '../../model/gateway-node';
import type { Network } from '../../model/network';
import { groupOf, isHelmHook, type ObjectNode } from '../../model/object-node';
import { gatewayApiVersionsOf } from '../../values/gateway-api-versions';
import type { Check, Problem } from '../check';

/** An object of the Gateway API is of a version that its CustomResourceDefinition does not serve. */
export const gatewayApiVersionSkew: Check = {
  name: 'gateway-api-version-skew',
  severity: 'error',
  summary: 'An object of the Gateway API is of a version that is not served, by the CustomResourceDefinition of the input or by any release.',
  why: 'the API server knows no such kind: the object cannot be applied',
  see: 'https://gateway-api.sigs.k8s.io/concepts/versioning/',
  * run(network) {
    const compared = new Set<string>();
    for (const node of network.objects) {
      if (groupOf(node) !== GATEWAY_GROUP || isHelmHook(node)) continue;
      const served = servedVersions(network).get(node.kind);
      const key = `${node.apiVersion} ${node.kind}`;
      const problem = served ? notServed(node, served) : neverServed(node) ?? (compared.has(key) ? undefined : besideOther(node, network));
      compared.add(key);
      if (problem) yield problem;
    }
  },
};

function versionOf({ apiVersion }: ObjectNode): string {
  return apiVersion.slice(GATEWAY_GROUP.length + 1);
}

function notServed(node: ObjectNode, { versions, bundle, definition }: ServedVersions): Problem | undefined {
  if (versions.length === 0 || versions.includes(versionOf(node))) return undefined;
  return {
    object: node,
    path: ['apiVersion'],
    fact: `is of ${node.apiVersion}, but CustomResourceDefinition ${definition.name}${bundle === undefined ? '' : ` of Gateway API ${bundle}`} serves ${versions.join(' and ')} only`,
    fix: `write apiVersion: ${GATEWAY_GROUP}/${versions[0]}, and adapt the fields that differ`,
    related: [definition],
  };
}

function neverServed(node: ObjectNode): Problem | undefined {
  const known = gatewayApiVersionsOf(node.kind);
  if (!known || known.some(({ version }) => version === versionOf(node))) return undefined;
  const [{ version, servedBy }] = known;
  return {
    object: node,
    path: ['apiVersion'],
    fact: `is of ${node.apiVersion}, which no release of the Gateway API serves`,
    fix: `write apiVersion: ${GATEWAY_GROUP}/${version} (${servedBy})${known.slice(1).map((other) => `, or ${other.version} (${other.servedBy})`).join('')}`,
  };
}

/** Only the experimental channel from 1.6 on serves both versions of these. */
function besideOther(node: ObjectNode, network: Network): Problem | undefined {
  if (!['TCPRoute', 'UDPRoute'].includes(node.kind) || versionOf(node) !== 'v1alpha2') return undefined;
  const other = network.ofKind(GATEWAY_GROUP, node.kind).find((candidate) => versionOf(candidate) === 'v1');
  return other && {
    object: node,
    path: ['apiVersion'],
    fact: `is of ${node.apiVersion}, while ${node.kind} ${other.namespace}/${other.name} is of ${other.apiVersion}`,
    fix: `write apiVersion: ${other.apiVersion} for both where Gateway API 1.6 or newer is installed, else ${node.apiVersion}`,
    why: 'up to release 1.5 the Gateway API serves v1alpha2 only, the standard channel from 1.6 on v1 only: one of the two cannot be applied',
    severity: 'warning',
    related: [other],
  };
}
