import type { Container, EnvironmentVariable } from './workload';

/**
 * The words that start a container, its command and then its arguments, with the variables in them filled in as the
 * kubelet does; those whose value no manifest says are left as they stand.
 *
 * @param namespace the namespace of the Pod
 * @see https://kubernetes.io/docs/tasks/inject-data-application/define-interdependent-environment-variables/
 */
export function wordsOf({ command, args, env }: Container, namespace: string): string[] {
  const values = new Map((env ?? []).map((variable) => [variable.name, valueOf(variable, namespace)]));
  return [...command ?? [], ...args ?? []].map((word) => word.replace(/\$\$|\$\(([^)]*)\)/g, (reference, name) =>
    reference === '$$' ? '$' : values.get(name) ?? reference));
}

/** Whether `$(POD_NAMESPACE)` in an argument becomes the namespace of the Pod. */
export function knowsItsNamespace({ env }: Container): boolean {
  return (env ?? []).some((variable) => variable.name === 'POD_NAMESPACE' && isNamespace(variable));
}

/** A reference to a variable that the container does not have, so that the kubelet leaves it as it stands. */
export function danglingReference({ command, args, env, envFrom }: Container, variable: string): string | undefined {
  if ((env ?? []).some(({ name }) => name === variable) || (envFrom ?? []).length > 0) return undefined;
  return [...command ?? [], ...args ?? []].find((word) => word.includes(`$(${variable})`));
}

function valueOf(variable: EnvironmentVariable, namespace: string): string | undefined {
  return isNamespace(variable) ? namespace : variable.value;
}

function isNamespace({ valueFrom }: EnvironmentVariable): boolean {
  return valueFrom?.fieldRef?.fieldPath === 'metadata.namespace';
}
