import { STREAM_PROTOCOLS, type Controller } from './controller';
import { findControllers } from './find-controller';
import { reservedPorts } from './ports-in-use';
import { CONFIG_MAP_FLAGS, findConfigMap, namedConfigMap, watchedNamespace } from './stream-config-map';
import { entriesByPort, parseEntry } from './stream-entry';
import { namespaceOf, type KubeObject } from '../../kube/kube-object';
import { portsOf } from '../../kube/service';
import { inListenOrder, listenerOf, type Forward } from '../../model/forward';

/** The forwards of every controller among some manifests: the entries of the ConfigMaps that its flags name. */
export function read(objects: readonly KubeObject[]): Forward[] {
  return inListenOrder(findControllers(objects).flatMap((controller) => forwardsOf(controller, objects)));
}

function forwardsOf(controller: Controller, objects: readonly KubeObject[]): Forward[] {
  const reserved = reservedPorts(controller.words);
  const nodePorts = nodePortsOf(controller);
  const watched = watchedNamespace(controller);
  const isSeen = (namespace: string) => watched === undefined || watched === namespace;
  const forwards = STREAM_PROTOCOLS.flatMap((protocol) => {
    const configMap = findConfigMap(objects, namedConfigMap(controller, CONFIG_MAP_FLAGS[protocol]));
    const entries = configMap && isSeen(namespaceOf(configMap)) ? [...entriesByPort(configMap).values()] : [];
    return entries.flatMap((entry) => parseEntry(entry, protocol) ?? []);
  });
  return forwards.filter(({ listenPort, backend }) => !reserved.has(listenPort) && isSeen(backend.namespace)).map((forward) => {
    const nodePort = nodePorts.get(listenerOf(forward));
    return nodePort === undefined ? forward : { ...forward, nodePort };
  });
}

function nodePortsOf({ services }: Controller): Map<string, number> {
  const pinned = services.flatMap(portsOf).filter(({ nodePort }) => nodePort !== undefined);
  return new Map(pinned.map(({ port, protocol, nodePort }) => [`${port}/${protocol}`, Number(nodePort)]));
}
