import { controllerText, entryNodes, ingressNginxStreams, wordPath, type StreamController } from './stream-controllers';
import { streamProtocols } from '../../data-planes/controller/controller';
import { flagValue } from '../../data-planes/controller/flags';
import { configMapFlag } from '../../data-planes/controller/stream-config-map';
import type { StreamProtocol } from '../../data-planes/controller/stream-grammar';
import { INGRESS_NGINX } from '../../data-planes/ingress-nginx/controller-type';
import { listAt } from '../../kube/field';
import { isPlaceholder } from '../../kube/placeholder';
import { listenerOf } from '../../model/forward';
import type { Network } from '../../model/network';
import { nodeText, type ObjectNode } from '../../model/object-node';
import type { Check, Verdict } from '../check';

/** The controller is not told of the ConfigMap that lists its ports. */
export const tcpArgMissing: Check = {
  name: 'tcp-arg-missing',
  severity: 'error',
  summary: 'A ConfigMap lists ports for ingress-nginx, and the controller is started without the flag that names it.',
  why: 'without the flag the controller reads no such ConfigMap and says nothing about it: the ports stay closed',
  see: 'https://kubernetes.github.io/ingress-nginx/user-guide/exposing-tcp-udp-services/',
  * run(network) {
    const controllers = ingressNginxStreams(network);
    if (controllers.length === 0) return;
    const mentioned = wordsOfAll(network);
    for (const configMap of network.ofKind('', 'ConfigMap')) {
      if (isMentioned(configMap, mentioned)) continue;
      const protocol = protocolOf(configMap);
      if (protocol === undefined) continue;
      const verdict = verdictOn(configMap, protocol, controllers);
      if (verdict) yield verdict;
    }
  },
};

/** What an entry list is for, told by its name and by what stands in it: no other ConfigMap looks so. */
function protocolOf(configMap: ObjectNode): StreamProtocol | undefined {
  const named = streamProtocols(INGRESS_NGINX).find((protocol) => new RegExp(`(^|-)${protocol.toLowerCase()}(-services)?$`).test(configMap.name));
  return named && entryNodes(configMap, INGRESS_NGINX, named).some(({ forward }) => forward !== undefined) ? named : undefined;
}

function verdictOn(configMap: ObjectNode, protocol: StreamProtocol, controllers: readonly StreamController[]): Verdict | undefined {
  const flag = configMapFlag(INGRESS_NGINX, protocol)!;
  const [stream, ...others] = controllers.filter(({ controller }) =>
    controller.namespace === configMap.namespace && !flagValue(controller.words, flag));
  if (stream === undefined) {
    return { object: configMap, cannotTell: `no ingress-nginx controller among the objects reads ${nodeText(configMap)}; another one may` };
  }
  if (others.length > 0) return undefined;
  const ports = entryNodes(configMap, INGRESS_NGINX, protocol).flatMap(({ forward }) => (forward ? [listenerOf(forward)] : []));
  return {
    object: stream.workload,
    path: wordPath(stream, isPlaceholder),
    fact: `is started without --${flag}, so that ${ports.slice(0, 5).join(', ')} of ${nodeText(configMap)} ${ports.length > 1 ? 'are' : 'is'} never opened`,
    fix: `add --${flag}=${configMap.namespace}/${configMap.name} to args of ${controllerText(stream)}`,
    related: [configMap],
  };
}

/** Everything that containers are started with: other controllers have flags of their own for such a ConfigMap. */
function wordsOfAll({ workloads }: Network): ReadonlySet<string> {
  const words = workloads.flatMap(({ containers }) => containers.flatMap(({ object }) => [...listAt(object, 'args'), ...listAt(object, 'command')]));
  return new Set(words.flatMap((word) => (typeof word === 'string' ? word.split(/[=/\s]/) : [])));
}

function isMentioned({ name }: ObjectNode, words: ReadonlySet<string>): boolean {
  return words.has(name);
}
