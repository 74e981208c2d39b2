import type { KubeObject } from '../../src/kube/kube-object';

/** The object as it may have been before its user changed it: a port less on Services and containers, a replica less. */
export function formerState(object: KubeObject): KubeObject {
  const former = structuredClone(object) as Record<string, any> & KubeObject;
  if (former.kind === 'Service') withoutLast(former.spec.ports);
  if (former.kind === 'Deployment' || former.kind === 'StatefulSet') former.spec.replicas = (former.spec.replicas ?? 1) - 1;
  former.spec?.template?.spec?.containers?.forEach(({ ports }: { ports?: unknown[] }) => withoutLast(ports));
  return former;
}

function withoutLast(ports: unknown[] | undefined): void {
  if (ports && ports.length > 1) ports.pop();
}
