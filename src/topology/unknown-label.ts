import { LABEL_OF_TIER } from './topology-label';
import type { Fault } from '../problems/problem';
import { isNot } from '../values/shown';

const CONSTANTS: Readonly<Record<string, readonly string[]>> = {
  HOSTNAME: ['hostname', 'host', 'node'],
  ZONE: ['zone', 'zones'],
  REGION: ['region', 'regions'],
  ANY: ['*', 'any', 'cluster'],
};

/** The constant of `TopologyKey` that was probably meant: told by the last word of a label. */
export function constantFor(received: unknown): string | undefined {
  const word = String(received).trim().toLowerCase().split('/').pop() ?? '';
  return Object.keys(CONSTANTS).find((constant) => CONSTANTS[constant].includes(word));
}

/** Why a label is no topology key. */
export function unknownLabel(received: unknown): Fault {
  const meant = constantFor(received);
  return {
    fact: hasSpaces(received) ? `${JSON.stringify(received)} has white space around it` : isNot(received, 'a topology key'),
    why: hasSpaces(received)
      ? 'the API server refuses it: white space is no part of a label'
      : `endpoints carry ${LABEL_OF_TIER.node}, ${LABEL_OF_TIER.zone} and ${LABEL_OF_TIER.region} only, so any other label matches no Pod`,
    fix: meant ? `use TopologyKey.${meant}` : 'use TopologyKey.HOSTNAME, ZONE, REGION or ANY',
    see: 'https://kubernetes.io/docs/reference/labels-annotations-taints/#topologykubernetesiozone',
  };
}

function hasSpaces(received: unknown): received is string {
  return typeof received === 'string' && received.trim() !== received;
}
