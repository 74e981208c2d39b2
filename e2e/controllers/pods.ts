import type { Cluster } from '../cluster/cluster';
import type { StoredObject } from '../cluster/outcome';

const NODE = 'node-1';

/** Waits for the Pods that controllers make in a namespace and does with each what a scheduler and a kubelet do, until so many run. */
export async function runPods(cluster: Cluster, namespace: string, count: number): Promise<StoredObject[]> {
  await cluster.apply({ apiVersion: 'v1', kind: 'Node', metadata: { name: NODE } });
  await cluster.until(async () => {
    const pods = await cluster.list('v1', 'Pod', namespace);
    await Promise.all(pods.filter((pod) => !pod.status.podIP).map((pod) => run(cluster, pod)));
    return pods.filter((pod) => pod.status.podIP).length >= count;
  }, `${count} Pods run in namespace ${namespace}`);
  return cluster.list('v1', 'Pod', namespace);
}

async function run(cluster: Cluster, pod: StoredObject): Promise<void> {
  const address = nextAddress();
  const reference = { ...pod, apiVersion: 'v1', kind: 'Pod' };
  await cluster.bind(reference, NODE);
  await cluster.patchStatus(reference, {
    phase: 'Running',
    podIP: address,
    podIPs: [{ ip: address }],
    conditions: [{ type: 'Ready', status: 'True' }],
  });
}

let given = 0;

function nextAddress(): string {
  given += 1;
  return `10.244.${Math.floor(given / 250)}.${given % 250 + 1}`;
}
