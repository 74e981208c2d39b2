import { streamProtocols } from './controller';
import type { Controller, ControllerType } from './controller-type';
import { flagValue } from './flags';
import type { StreamProtocol } from './stream-grammar';
import { isConfigMap, type ConfigMap } from '../../kube/config-map';
import { namespaceOf, type KubeObject } from '../../kube/kube-object';
import type { Protocol } from '../../values/protocol';

/** Where an object is. */
export interface ObjectName {
  readonly namespace: string;
  readonly name: string;
}

/** The flag that names the ConfigMap of a protocol, where the controller forwards that. */
export function configMapFlag({ configMaps }: ControllerType, protocol: Protocol): string | undefined {
  return configMaps[protocol as StreamProtocol]?.flag;
}

/** The ConfigMap that holds the entries of a protocol: the one that the flag names, else the documented one, if no other controller may have it. */
export function configMapOf(controller: Controller, protocol: StreamProtocol): ObjectName {
  const { type, namespace, isAlone, name } = controller;
  const { flag, name: documented } = type.configMaps[protocol]!;
  const unnamed = { namespace: type.configMapNamespace(controller) ?? namespace, name: isAlone ? documented : `${name}-${documented}` };
  return namedConfigMap(controller, flag) ?? unnamed;
}

/** The flags as the documentation writes them. */
export function documentedFlags(type: ControllerType, namespace: string): string[] {
  return streamProtocols(type).map((protocol) => {
    const { flag, name } = type.configMaps[protocol]!;
    return `--${flag}=${namespace}/${name}`;
  });
}

/** The ConfigMap that a flag names, unless its value is unreadable or holds a variable that no manifest fills in. */
export function namedConfigMap({ words }: Pick<Controller, 'words'>, flag: string): ObjectName | undefined {
  const [, namespace, name] = /^([^/$]+)\/([^/$]+)$/.exec(flagValue(words, flag) ?? '') ?? [];
  return name === undefined ? undefined : { namespace, name };
}

export function findConfigMap(objects: readonly KubeObject[], wanted: ObjectName | undefined): ConfigMap | undefined {
  return objects.filter(isConfigMap).find((configMap) => configMap.metadata.name === wanted?.name && namespaceOf(configMap) === wanted.namespace);
}
