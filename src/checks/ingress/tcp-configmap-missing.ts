import { asItsType, entryNodes, isFlag, isIngressNginx, streamControllersOf, wordPath, type StreamController } from './stream-controllers';
import { controllerContainer, streamProtocols } from '../../data-planes/controller/controller';
import { flagValue } from '../../data-planes/controller/flags';
import { configMapFlag, configMapOf, namedConfigMap, type ObjectName } from '../../data-planes/controller/stream-config-map';
import type { StreamProtocol } from '../../data-planes/controller/stream-grammar';
import { watchedNamespace } from '../../data-planes/ingress-nginx/rules/watched-namespace';
import { danglingReference } from '../../kube/container-words';
import { isPlaceholder } from '../../kube/placeholder';
import type { Network } from '../../model/network';
import { nodeText, type ObjectNode } from '../../model/object-node';
import { oncePerNetwork } from '../../model/once-per-network';
import { distance } from '../../values/similar-name';
import type { Check, Problem, Verdict } from '../check';

/** The flag of the controller names no ConfigMap that is there. */
export const tcpConfigmapMissing: Check = {
  name: 'tcp-configmap-missing',
  severity: 'error',
  summary: 'The flag of an ingress-nginx or HAProxy controller names a ConfigMap that is not there, or that the controller cannot see.',
  why: 'the controller logs an error at every synchronisation and opens none of the ports',
  see: 'https://kubernetes.github.io/ingress-nginx/user-guide/exposing-tcp-udp-services/',
  * run(network) {
    for (const stream of streamControllersOf(network)) {
      for (const protocol of streamProtocols(stream.controller.type)) {
        const verdict = unexpanded(stream, protocol) ?? unreadable(stream, protocol) ?? unwatched(stream, protocol)
          ?? absent(stream, protocol, network);
        if (verdict) yield verdict;
      }
    }
  },
};

function flagFor({ controller }: StreamController, protocol: StreamProtocol): string {
  return configMapFlag(controller.type, protocol)!;
}

function at(stream: StreamController, protocol: StreamProtocol): Pick<Problem, 'object' | 'path'> {
  return { object: stream.workload, path: wordPath(stream, isFlag(flagFor(stream, protocol))) };
}

function unexpanded(stream: StreamController, protocol: StreamProtocol): Problem | undefined {
  const flag = flagFor(stream, protocol);
  const container = controllerContainer(stream.controller.workloads[0], stream.controller.type);
  const value = flagValue(stream.controller.words, flag);
  if (!value?.includes('$(POD_NAMESPACE)') || danglingReference(container, 'POD_NAMESPACE') === undefined) return undefined;
  const { namespace } = stream.controller;
  return {
    ...at(stream, protocol),
    fact: `is started with --${flag}=${value}, but its container has no environment variable POD_NAMESPACE`,
    why: 'the kubelet leaves $(POD_NAMESPACE) as it stands, so the controller finds no ConfigMap and opens none of the ports',
    fix: `write --${flag}=${value.replace('$(POD_NAMESPACE)', namespace)}`,
    ...isIngressNginx(stream) ? {} : { see: stream.controller.type.pages.guide },
  };
}

function unreadable(stream: StreamController, protocol: StreamProtocol): Problem | undefined {
  const flag = flagFor(stream, protocol);
  const value = flagValue(stream.controller.words, flag);
  if (!value || isPlaceholder(value) || namedConfigMap(stream.controller, flag)) return undefined;
  const { namespace, name } = configMapOf(stream.controller, protocol);
  return {
    ...at(stream, protocol),
    fact: `is started with --${flag}=${value}, which is not "namespace/name"`,
    ...asItsType(stream, ({ unreadableFlag }) => `the controller wants "namespace/name"; ${unreadableFlag}`),
    fix: `write --${flag}=${/^[a-z0-9.-]+$/.test(value) ? `${namespace}/${value}` : `${namespace}/${name}`}`,
  };
}

function unwatched(stream: StreamController, protocol: StreamProtocol): Problem | undefined {
  const flag = flagFor(stream, protocol);
  const named = namedConfigMap(stream.controller, flag);
  const watched = isIngressNginx(stream) ? watchedNamespace(stream.controller) : undefined;
  if (!named || watched === undefined || isPlaceholder(watched) || watched === named.namespace) return undefined;
  return {
    ...at(stream, protocol),
    fact: `watches namespace ${watched} only, and --${flag} names ${named.namespace}/${named.name}`,
    why: 'a controller with --watch-namespace sees no ConfigMap of another namespace: it logs an error and opens none of the ports',
    fix: `move the ConfigMap to ${watched} and write --${flag}=${watched}/${named.name}`,
  };
}

function absent(stream: StreamController, protocol: StreamProtocol, network: Network): Verdict | undefined {
  const flag = flagFor(stream, protocol);
  const named = namedConfigMap(stream.controller, flag);
  if (!named || isPlaceholder(named.name) || network.find('', 'ConfigMap', named.namespace, named.name)) return undefined;
  const meant = network.circumstances.unreadable.length > 0 ? undefined : meantBy(named, { stream, protocol }, network);
  if (meant === undefined) return { object: stream.workload, cannotTell: `ConfigMap ${named.namespace}/${named.name} of its --${flag} is not among the objects` };
  return {
    ...at(stream, protocol),
    fact: `reads its ${protocol} ports from ConfigMap ${named.namespace}/${named.name}, which is not among the objects; there is ${nodeText(meant)}`,
    fix: `write --${flag}=${meant.namespace}/${meant.name}`,
    related: [meant],
    ...asItsType(stream, ({ unseenConfigMap }) => `the controller ${unseenConfigMap}`),
  };
}

interface Reader {
  readonly stream: StreamController;
  readonly protocol: StreamProtocol;
}

/** A list of ports that no controller reads: one of the same name elsewhere, or of nearly the same name beside. */
function meantBy({ namespace, name }: ObjectName, { stream, protocol }: Reader, network: Network): ObjectNode | undefined {
  const { type } = stream.controller;
  const unread = unreadLists(network).filter((configMap) => entryNodes(configMap, type, protocol).some(({ forward }) => forward !== undefined));
  return unread.find((configMap) => configMap.name === name)
    ?? unread.find((configMap) => configMap.namespace === namespace && distance(name, configMap.name) < 3);
}

const unreadLists = oncePerNetwork((network): readonly ObjectNode[] => {
  const read = new Set(streamControllersOf(network).flatMap(({ maps }) => maps.map(({ configMap }) => configMap)));
  return network.ofKind('', 'ConfigMap').filter((configMap) => !read.has(configMap) && /tcp|udp/.test(configMap.name));
});
