import type { Inspection } from './inspection';
import type { RenderedPort } from './ports';
import type { Fault } from '../problems/problem';
import { parsePort } from '../values/port';
import { structLike } from '../values/struct';

/** The node ports that a cluster hands out: `--service-node-port-range` of its API server. */
export interface NodePortRange {
  /** First port: 1-65535. */
  readonly first: number;
  /** Last port: 1-65535, not below the first. */
  readonly last: number;
}

/** The range that the API server allocates from where nobody gives it another. */
export const DEFAULT_NODE_PORT_RANGE: NodePortRange = { first: 30000, last: 32767 };

/** Every node port asked for lies in the range that the cluster allocates from. */
export function checkNodePorts(ports: readonly RenderedPort[], range: NodePortRange | undefined, { problems }: Inspection): void {
  const given = problems.parseOptional('nodePortRange', structLike<NodePortRange>('{ first: 30000, last: 32767 }'), range) ?? DEFAULT_NODE_PORT_RANGE;
  const first = problems.parse('nodePortRange.first', parsePort, given.first);
  const last = problems.parse('nodePortRange.last', parsePort, given.last);
  if (first === undefined || last === undefined) return;
  if (first > last) return problems.add('nodePortRange.last', reversed(first, last));
  ports.forEach(({ nodePort }, index) => {
    if (nodePort !== undefined && (nodePort < first || nodePort > last)) problems.add(`ports[${index}].nodePort`, outside(nodePort, first, last));
  });
}

function outside(nodePort: number, first: number, last: number): Fault {
  return {
    fact: `node port ${nodePort} is outside ${first}-${last}`,
    why: 'the API server allocates node ports from its range only and refuses others',
    fix: `use a port such as ${first}, or give nodePortRange if the API server runs with another --service-node-port-range`,
    see: 'https://kubernetes.io/docs/concepts/services-networking/service/#type-nodeport',
  };
}

function reversed(first: number, last: number): Fault {
  return {
    fact: `the range ${first}-${last} ends before it begins`,
    why: 'no port lies in it',
    fix: `write { first: ${last}, last: ${first} }`,
    see: 'https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/',
  };
}
