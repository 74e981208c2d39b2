import { streamProtocols } from './controller';
import type { Controller, ControllerType } from './controller-type';
import { findControllers } from './find-controller';
import { reservedPorts } from './ports-in-use';
import { configMapFlag, findConfigMap, namedConfigMap } from './stream-config-map';
import { entriesByPort } from './stream-entry';
import { namespaceOf, type KubeObject } from '../../kube/kube-object';
import { portsOf } from '../../kube/service';
import { inListenOrder, listenerOf, type Forward } from '../../model/forward';

/** The forwards of every controller among some manifests: the entries of the ConfigMaps that its flags name. */
export function readThrough(type: ControllerType, objects: readonly KubeObject[]): Forward[] {
  return inListenOrder(findControllers(type, objects).flatMap((controller) => forwardsOf(controller, objects)));
}

function forwardsOf(controller: Controller, objects: readonly KubeObject[]): Forward[] {
  const { type } = controller;
  const skipped = type.skipsReservedPorts ? reservedPorts(controller) : new Map();
  const nodePorts = nodePortsOf(controller);
  const wanted = type.configMapNamespace(controller);
  const forwards = streamProtocols(type).flatMap((protocol) => {
    const configMap = findConfigMap(objects, namedConfigMap(controller, configMapFlag(type, protocol)!));
    const isSeen = configMap && (wanted === undefined || wanted === namespaceOf(configMap));
    const entries = isSeen ? [...entriesByPort(type, configMap).values()] : [];
    return entries.flatMap((entry) => type.grammar.parseEntry(entry, protocol) ?? []);
  });
  return forwards.filter(({ listenPort, backend }) => !skipped.has(listenPort) && type.isWatched(controller, backend.namespace)).map((forward) => {
    const nodePort = nodePorts.get(listenerOf(forward));
    return nodePort === undefined ? forward : { ...forward, nodePort };
  });
}

function nodePortsOf({ services }: Controller): Map<string, number> {
  const pinned = services.flatMap(portsOf).filter(({ nodePort }) => nodePort !== undefined);
  return new Map(pinned.map(({ port, protocol, nodePort }) => [`${port}/${protocol}`, Number(nodePort)]));
}
