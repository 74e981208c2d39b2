import { controllerContainer, controllerIndex, fullName, streamProtocols } from '../../data-planes/controller/controller';
import type { Consequences, Controller, ControllerType } from '../../data-planes/controller/controller-type';
import { findControllers } from '../../data-planes/controller/find-controller';
import { configMapFlag, namedConfigMap } from '../../data-planes/controller/stream-config-map';
import type { StreamEntry, StreamProtocol } from '../../data-planes/controller/stream-grammar';
import { CONTROLLER_TYPES } from '../../data-planes/controller-types';
import { INGRESS_NGINX } from '../../data-planes/ingress-nginx/controller-type';
import { textsAt, type FieldPath } from '../../kube/field';
import type { KubeObject } from '../../kube/kube-object';
import { isPlaceholder } from '../../kube/placeholder';
import { listenerOf, type Forward } from '../../model/forward';
import type { Network } from '../../model/network';
import { groupOf, nodeText, type ObjectNode } from '../../model/object-node';
import { oncePerNetwork } from '../../model/once-per-network';
import type { ServiceNode } from '../../model/service-node';
import type { Problem } from '../check';

/** A controller of the network that forwards TCP or UDP, and the ConfigMaps that its flags name. */
export interface StreamController {
  readonly controller: Controller;
  readonly workload: ObjectNode;
  /** The Services that clients come in through. */
  readonly services: readonly ServiceNode[];
  /** The ConfigMaps that are among the objects. */
  readonly maps: readonly StreamMap[];
}

export interface StreamMap {
  readonly protocol: StreamProtocol;
  readonly configMap: ObjectNode;
  /** Its entries, those without placeholders. */
  readonly entries: readonly StreamEntryNode[];
}

export interface StreamEntryNode extends StreamEntry {
  readonly path: FieldPath;
  /** What the entry says; absent where the controller skips it. */
  readonly forward?: Forward;
}

export const streamControllersOf = oncePerNetwork((network): readonly StreamController[] => {
  const workloads = ['Deployment', 'DaemonSet', 'StatefulSet'].flatMap((kind) => network.ofKind('apps', kind).map(withNamespace));
  const found = CONTROLLER_TYPES.flatMap((type) => findControllers(type, workloads));
  if (found.length === 0) return [];
  const namespaces = new Set(found.map(({ namespace }) => namespace));
  const services = network.ofKind('', 'Service').filter(({ namespace }) => namespaces.has(namespace));
  const others = [...services, ...network.ofKind('', 'ConfigMap')].map(withNamespace);
  const types = new Set(found.map(({ type }) => type));
  const controllers = [...types].flatMap((type) => findControllers(type, [...workloads, ...others]));
  return controllers.flatMap((controller) => streamController(controller, network) ?? []);
});

/** The object as the cluster will have it: where the manifest names no namespace, in the default one. */
function withNamespace({ object, name, namespace }: ObjectNode): KubeObject {
  return { ...object, metadata: { ...object.metadata, name, namespace } };
}

function streamController(controller: Controller, network: Network): StreamController | undefined {
  const { type, workloads: [{ kind }] } = controller;
  const workload = network.find('apps', kind, controller.namespace, controller.name);
  return workload && {
    controller,
    workload,
    services: controller.services.flatMap(({ metadata }) => network.service(controller.namespace, metadata.name) ?? []),
    maps: streamProtocols(type).flatMap((protocol) => {
      const named = namedConfigMap(controller, configMapFlag(type, protocol)!);
      const configMap = named && network.find('', 'ConfigMap', named.namespace, named.name);
      return configMap ? [{ protocol, configMap, entries: entryNodes(configMap, type, protocol) }] : [];
    }),
  };
}

export function entryNodes({ object }: ObjectNode, { grammar }: ControllerType, protocol: StreamProtocol): StreamEntryNode[] {
  const entries = Object.entries(textsAt(object, 'data')).filter((entry) => !entry.some(isPlaceholder));
  return entries.map(([key, value]) => ({ key, value, path: ['data', key], forward: isFindable(value) ? grammar.parseEntry({ key, value }, protocol) : undefined }));
}

/** The controller trims nothing: with a space in it, no Service and no port has that name. */
function isFindable(value: string): boolean {
  return !/\s/.test(value) || !/\s/.test(value.split(':').slice(0, 2).join(':'));
}

/** The place of a word of the controller's command line, or of its arguments where no word fits. */
export function wordPath({ controller }: StreamController, fits: (word: string) => boolean): FieldPath {
  const [workload] = controller.workloads;
  const container = controllerContainer(workload, controller.type);
  const base = ['spec', 'template', 'spec', 'containers', controllerIndex(workload, controller.type)];
  const found = (['args', 'command'] as const).flatMap((list) => (container[list] ?? []).map((word, index) => ({ word, path: [...base, list, index] })));
  return found.reverse().find(({ word }) => fits(word))?.path ?? [...base, ...container.args ? ['args'] : []];
}

/** Those of ingress-nginx alone. */
export function ingressNginxStreams(network: Network): StreamController[] {
  return streamControllersOf(network).filter(isIngressNginx);
}

export function isIngressNginx({ controller }: StreamController): boolean {
  return controller.type === INGRESS_NGINX;
}

/** What a controller of another type makes of a mistake, and its documentation; the checks say what ingress-nginx does. */
export function asItsType(stream: StreamController, why: (consequences: Consequences) => string): Pick<Problem, 'why' | 'see'> {
  const { consequences, pages } = stream.controller.type;
  return isIngressNginx(stream) ? {} : { why: why(consequences), see: pages.guide };
}

/** The flags that name the ConfigMaps, as words. */
export function isFlag(flag: string): (word: string) => boolean {
  return (word) => word === `--${flag}` || word.startsWith(`--${flag}=`);
}

/** `the controller ingress-nginx/ingress-nginx-controller` */
export function controllerText({ controller }: StreamController): string {
  return `the controller ${fullName(controller)}`;
}

/** An entry, and where it stands. */
export interface PlacedStreamEntry extends StreamEntryNode {
  readonly stream: StreamController;
  readonly map: StreamMap;
}

/** Every entry of every ConfigMap that a controller reads, together with both. */
export const streamEntries = oncePerNetwork((network): readonly PlacedStreamEntry[] => {
  const told = new Set<string>();
  return streamControllersOf(network).flatMap((stream) => stream.maps.flatMap((map) => {
    // Two controllers may share a ConfigMap; what is wrong with it is said once.
    const key = `${groupOf(map.configMap)} ${nodeText(map.configMap)} ${map.protocol}`;
    const entries = told.has(key) ? [] : map.entries;
    told.add(key);
    return entries.map(({ key: listener, value, path, forward }) => ({ key: listener, value, path, forward, stream, map }));
  }));
});

/** What each controller listens on because an entry says so: `5432/TCP`. */
export const openedByEntries = oncePerNetwork((network): ReadonlyMap<ObjectNode, ReadonlySet<string>> => new Map(
  streamControllersOf(network).map(({ workload, maps }) => [
    workload, new Set(maps.flatMap(({ entries }) => entries.flatMap(({ forward }) => forward ? listenerOf(forward) : []))),
  ])));
