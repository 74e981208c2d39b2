import type { Network } from '../../model/network';
import { policiesOf, workloadsUnder, type NetworkPolicyNode, type PolicyPort } from '../../model/network-policy-node';
import { nodeText } from '../../model/object-node';
import { operatedIn } from '../../model/operators';
import { similarName } from '../../values/similar-name';
import type { Check, Verdict } from '../check';
import { arePortsKnown, portsDeclared } from '../declared-ports';

/** A NetworkPolicy names a port that none of its Pods has. */
export const netpolNamedPortMissing: Check = {
  name: 'netpol-named-port-missing',
  severity: 'warning',
  summary: 'A rule of a NetworkPolicy names a port by a name that no container of the Pods it guards has.',
  why: 'the name is looked up in each Pod; where it is not found, the rule lets nothing in',
  see: 'https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/network-policy-v1/#NetworkPolicySpec',
  * run(network) {
    for (const policy of policiesOf(network)) {
      if (!policy.isKnown) continue;
      for (const port of policy.ingress.flatMap(({ ports }) => ports)) {
        const verdict = verdictOn(policy, port, network);
        if (verdict) yield verdict;
      }
    }
  },
};

function verdictOn(policy: NetworkPolicyNode, { port, protocol, path }: PolicyPort, network: Network): Verdict | undefined {
  const workloads = typeof port === 'string' ? workloadsUnder(policy, network) : [];
  const declared = workloads.flatMap(portsDeclared);
  if (workloads.length === 0 || !workloads.every(arePortsKnown)) return undefined;
  if (declared.some(({ name, protocol: actual }) => name === port && actual === protocol)) return undefined;
  const operated = operatedIn(network, policy.namespace);
  if (operated) return { object: policy, cannotTell: `the operator of ${nodeText(operated)} may make Pods with a port "${port}"` };
  const names = [...new Set(declared.flatMap(({ name }) => name ?? []))];
  const other = declared.find(({ name }) => name === port);
  return {
    object: policy,
    path: [...path, 'port'],
    fact: `allows connections to the port "${port}" (${protocol}), which no container of ${workloads.slice(0, 3).map(nodeText).join(', ')} has${other ? `; "${port}" is ${other.protocol} there` : ''}`,
    fix: other ? `add protocol: ${other.protocol}` : fixFor(String(port), names, declared[0]?.containerPort),
    related: workloads.slice(0, 3),
  };
}

function fixFor(wanted: string, names: readonly string[], number: number | undefined): string {
  const meant = similarName(wanted, names) ?? (names.length === 1 ? names[0] : undefined);
  if (meant !== undefined) return `write port: ${meant}`;
  if (names.length > 0) return `use one of the names that are declared: ${names.map((name) => `"${name}"`).join(', ')}`;
  return number === undefined ? `add a port with name: ${wanted} to the container` : `write port: ${number}, or add name: ${wanted} to that port of the container`;
}
