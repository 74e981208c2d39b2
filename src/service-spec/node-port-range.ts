import type { Inspection } from './inspection';
import type { RenderedPort } from './ports';
import { parsePort } from '../values/port';

/** The node ports that a cluster hands out: `--service-node-port-range` of its API server. */
export interface NodePortRange {
  /** First port: 1-65535. */
  readonly first: number;
  /** Last port: 1-65535, not below the first. */
  readonly last: number;
}

const KUBERNETES_DEFAULT: NodePortRange = { first: 30000, last: 32767 };

/** Every node port asked for lies in the range that the cluster allocates from. */
export function checkNodePorts(ports: readonly RenderedPort[], range: NodePortRange = KUBERNETES_DEFAULT, { problems }: Inspection): void {
  problems.parse('nodePortRange.first', parsePort, range.first);
  problems.parse('nodePortRange.last', parsePort, range.last);
  ports.forEach(({ nodePort }, index) => {
    if (nodePort === undefined || (nodePort >= range.first && nodePort <= range.last)) return;
    problems.add(`ports[${index}].nodePort`, {
      fact: `node port ${nodePort} is outside ${range.first}-${range.last}`,
      why: 'the API server allocates node ports from its range only and refuses others',
      fix: `use a port such as ${range.first}, or give nodePortRange if the API server runs with another --service-node-port-range`,
      see: 'https://kubernetes.io/docs/concepts/services-networking/service/#type-nodeport',
    });
  });
}
