import type { MonitorNode } from './monitors';
import type { Network } from '../../model/network';
import type { ObjectNode } from '../../model/object-node';
import { oncePerNetwork } from '../../model/once-per-network';
import { operatedIn } from '../../model/operators';

/** A custom resource in the namespaces of a monitor, whose operator may make what the monitor looks for. */
export function operatorOver({ namespaces }: MonitorNode, network: Network): ObjectNode | undefined {
  for (const namespace of namespaces ?? allNamespaces(network)) {
    const operated = operatedIn(network, namespace);
    if (operated) return operated;
  }
  return undefined;
}

const allNamespaces = oncePerNetwork(({ objects }) => new Set(objects.map(({ namespace }) => namespace)));
