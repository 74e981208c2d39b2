import { STREAM_PROTOCOLS, type Controller, type StreamProtocol } from './controller';
import { flagValue } from './flags';
import { isConfigMap, type ConfigMap } from '../../kube/config-map';
import { namespaceOf, type KubeObject } from '../../kube/kube-object';
import { Protocol } from '../../values/protocol';

/** The flags that name the ConfigMaps of a protocol. */
export const CONFIG_MAP_FLAGS: Readonly<Record<StreamProtocol, string>> = {
  [Protocol.TCP]: 'tcp-services-configmap',
  [Protocol.UDP]: 'udp-services-configmap',
};

/** The names of the ConfigMaps in the documentation of ingress-nginx. */
export const DOCUMENTED_NAMES: Readonly<Record<StreamProtocol, string>> = {
  [Protocol.TCP]: 'tcp-services',
  [Protocol.UDP]: 'udp-services',
};

/** Where an object is. */
export interface ObjectName {
  readonly namespace: string;
  readonly name: string;
}

/** The ConfigMap that holds the entries of a protocol: the one that the flag names, else the documented one. */
export function configMapOf(controller: Controller, protocol: StreamProtocol): ObjectName {
  return namedConfigMap(controller, CONFIG_MAP_FLAGS[protocol])
    ?? { namespace: watchedNamespace(controller) ?? controller.namespace, name: DOCUMENTED_NAMES[protocol] };
}

/** The flags as the documentation of ingress-nginx writes them. */
export function documentedFlags(namespace: string): string[] {
  return STREAM_PROTOCOLS.map((protocol) => `--${CONFIG_MAP_FLAGS[protocol]}=${namespace}/${DOCUMENTED_NAMES[protocol]}`);
}

/** The ConfigMap that a flag names, unless its value is unreadable or holds a variable that no manifest fills in. */
export function namedConfigMap({ words }: Controller, flag: string): ObjectName | undefined {
  const [, namespace, name] = /^([^/$]+)\/([^/$]+)$/.exec(flagValue(words, flag) ?? '') ?? [];
  return name === undefined ? undefined : { namespace, name };
}

export function findConfigMap(objects: readonly KubeObject[], wanted: ObjectName | undefined): ConfigMap | undefined {
  return objects.filter(isConfigMap).find((configMap) => configMap.metadata.name === wanted?.name && namespaceOf(configMap) === wanted.namespace);
}

/**
 * The only namespace in which the controller sees ConfigMaps and Services, where it is told one.
 *
 * @see https://github.com/kubernetes/ingress-nginx/issues/2593
 */
export function watchedNamespace({ words }: Controller): string | undefined {
  return flagValue(words, 'watch-namespace') || undefined;
}
