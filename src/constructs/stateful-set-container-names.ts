import type { AbstractPod } from 'cdk8s-plus-27';
import { InputError } from '../problems/input-error';
import { renderProblems } from '../problems/render-problem';

/** @throws InputError if another container of the Pod has the name: cdk8s-plus calls all of them "main" that have none */
export function checkContainerName(pod: AbstractPod, name: string, image: unknown): void {
  if (![...pod.containers, ...pod.initContainers].some((container) => container.name === name)) return;
  throw new InputError(renderProblems(`TcpStatefulSet '${pod.node.scope?.node.path}'`, [{
    fact: `a second container has the name "${name}"`,
    at: 'containers',
    why: 'the containers of a Pod have different names; the API server refuses the same twice',
    fix: `give it a name, for example name: '${nameAfter(image)}'`,
    see: 'https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/',
  }]));
}

function nameAfter(image: unknown): string {
  const [, repository] = /([^/:@]+)(:[^/]*)?(@.*)?$/.exec(String(image)) ?? [];
  const name = (repository ?? '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
  return name === '' || name === 'main' ? 'sidecar' : name;
}
