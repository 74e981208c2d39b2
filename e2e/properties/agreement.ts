import { answerOf, type Input, type Refusal } from './input';
import { isLenient, isSetting } from './leniency';
import { plainObjects } from './plain-objects';
import type { KubeObject } from '../../src/kube/kube-object';
import { KubernetesVersion } from '../../src/values/kubernetes-version';
import { unannounced, warningsOf } from '../checks/claim';
import { WARNINGS } from '../checks/warnings';
import type { Applied } from '../cluster/apply-all';
import type { Cluster } from '../cluster/cluster';
import { lostFields } from '../cluster/lost-fields';
import { findingsIn } from '../manifests/manifest';

/** In what a construct and the API server differ about an input; nothing where they agree. */
export async function disagreement(cluster: Cluster, input: Input): Promise<string | undefined> {
  const answer = answerOf(input);
  const objects = 'objects' in answer ? answer.objects : plainObjects(input);
  const applied = await dryRun(cluster, objects);
  const difference = 'objects' in answer ? differenceOfAccepted(applied, cluster) : differenceOfRefused(applied, answer.refusals, cluster);
  return difference && [difference, '', `new ${input.construct}('${input.id}', ${shown(input.props)})`, '', shown(objects)].join('\n');
}

/** The API server's verdict on an input that its construct must accept. */
export async function refusal(cluster: Cluster, input: Input): Promise<string | undefined> {
  const answer = answerOf(input);
  if ('objects' in answer) return disagreement(cluster, input);
  return `the construct refuses it: ${shown(answer.refusals)}\n\nnew ${input.construct}('${input.id}', ${shown(input.props)})`;
}

function differenceOfAccepted(applied: readonly Applied[], { version }: Cluster): string | undefined {
  const messages = applied.flatMap(reasonsOfServer).filter((message) => !isSetting(message));
  if (messages.length > 0) return `the construct accepts it, the API server of ${version} does not:\n${messages.join('\n')}`;
  const warnings = unannounced(warningsOf(applied), findingsIn(applied.map(({ object }) => object), KubernetesVersion.of(version)), WARNINGS);
  return warnings.length > 0 ? `the API server of ${version} warns of what the checks do not: ${warnings.join('\n')}` : undefined;
}

function differenceOfRefused(applied: readonly Applied[], refusals: readonly Refusal[], { version }: Cluster): string | undefined {
  const strict = refusals.filter((reason) => !isLenient(reason, KubernetesVersion.of(version)));
  if (strict.length === 0 || applied.flatMap(reasonsOfServer).length > 0) return undefined;
  return `the API server of ${version} accepts it, the construct does not:\n${strict.map(({ fact, at, why }) => `${at}: ${fact}, as ${why}`).join('\n')}`;
}

/** Why an object is not stored as it is written. */
function reasonsOfServer({ object, outcome }: Applied): string[] {
  if (!outcome.accepted) return [outcome.message];
  // A Service that asks for two families by its policy gets the one that it does not name.
  return lostFields(object, outcome.object).filter((field) => !field.endsWith('spec.ipFamilies: 1 elements became 2'));
}

async function dryRun(cluster: Cluster, objects: readonly KubeObject[]): Promise<Applied[]> {
  await cluster.ensureNamespaces(objects);
  const applied: Applied[] = [];
  for (const object of objects) applied.push({ object, outcome: await cluster.apply(object, { dryRun: true }) });
  return applied;
}

function shown(value: unknown): string {
  return JSON.stringify(value, (_, field) => typeof field === 'string' && field.length > 300 ? `${field.slice(0, 20)}... (${field.length} characters)` : field, 2);
}
