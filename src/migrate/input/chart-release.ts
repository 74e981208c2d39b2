import { recordAt } from '../../kube/field';

/** The names that the chart gives its objects. */
export interface Release {
  /** The name of the controller: `ingress-nginx-controller`. */
  readonly name: string;
  readonly namespace: string;
}

/** The values of a chart, as they stand in a file. */
export type Values = Readonly<Record<string, unknown>>;

export const POD_LABELS = { 'app.kubernetes.io/name': 'ingress-nginx', 'app.kubernetes.io/component': 'controller' };

/** The ports that the chart opens for entries, each with its key and protocol. */
export function openedPorts(values: Values): Array<{ readonly key: string; readonly map: 'tcp' | 'udp'; readonly port: number; readonly protocol: string }> {
  return (['tcp', 'udp'] as const).flatMap((map) => Object.keys(recordAt(values, map)).filter((key) => /^\d+$/.test(key))
    .map((key) => ({ key, map, port: Number(key), protocol: map.toUpperCase() })));
}
