import type { Hop, Outcome, Trace } from './trace';
import { pathText } from '../kube/field';
import { nodeText } from '../model/object-node';
import { placeText } from '../report/text';

const CLIENTS = { pod: 'a Pod', node: 'a node', external: 'outside the cluster' } as const;

/** A trace as a person reads it: the steps, the field that decides each, and how it ends. */
export function renderTrace({ connection, hops, outcomes }: Trace): string {
  const { target, listenPort, protocol, from } = connection;
  return [
    `${target}, port ${listenPort}/${protocol}, from ${CLIENTS[from]}`,
    ...hops.map((hop, index) => `${index + 1}. ${hopText(hop)}`),
    ...outcomes.map(outcomeText),
    ...(outcomes.some(({ result }) => result === 'answered') ? ['(if all Pods are ready)'] : []),
  ].join('\n');
}

/** `answered`, with its share where that is known */
export function outcomeText({ result, share, text }: Outcome): string {
  return `=> ${share === undefined ? 'some' : `${percent(share)} %`} ${result}: ${text}`;
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10}`;
}

function hopText({ object, path, text }: Hop): string {
  if (!object) return text;
  const place = path === undefined ? '' : placeText(object, path);
  return `${nodeText(object)}: ${text}${path === undefined ? '' : `\n     ${pathText(path)}${place ? `  (${place})` : ''}`}`;
}
