import type { KubeObject } from '../../../src/kube/kube-object';

/** Line by line what a manifest has less (-) and more (+) than another with the same number of objects. */
export function differences(before: KubeObject[], after: KubeObject[]): string {
  return before.flatMap((object, index) => {
    const title = `${object.kind} ${object.metadata.name}`;
    const lines = changedLines(fieldsIn(object), fieldsIn(after[index]));
    return lines.length === 0 ? [] : [title, ...lines];
  }).join('\n');
}

function changedLines(before: string[], after: string[]): string[] {
  return [
    ...before.filter((field) => !after.includes(field)).map((field) => `- ${field}`),
    ...after.filter((field) => !before.includes(field)).map((field) => `+ ${field}`),
  ];
}

function fieldsIn(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [`${path} ${JSON.stringify(value)}`];
  return Object.entries(value).flatMap(([key, field]) => fieldsIn(field, `${path}${step(value, key)}`));
}

/** Items of a list go by their name, or by no name, so that one more moves no other. */
function step(parent: object, key: string): string {
  if (!Array.isArray(parent)) return `.${key}`;
  return `[${parent[Number(key)].name ?? ''}]`;
}
