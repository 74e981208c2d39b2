import { verdictOnAbsent } from './absent-service';
import { asItsType, controllerText, isIngressNginx, streamEntries, type StreamController, type StreamEntryNode, type StreamMap } from './stream-controllers';
import { watchedNamespace } from '../../data-planes/ingress-nginx/rules/watched-namespace';
import { isPlaceholder } from '../../kube/placeholder';
import { listenerOf, referenceText, type Forward } from '../../model/forward';
import type { Check, Problem } from '../check';

/** An entry of the controller's ConfigMap names a Service that is not there. */
export const tcpServiceMissing: Check = {
  name: 'tcp-service-missing',
  severity: 'error',
  summary: 'An entry of ingress-nginx or HAProxy names a Service that is not there, or that the controller cannot see.',
  why: 'the controller skips the entry with a warning in its log, and the port stays closed',
  see: 'https://kubernetes.github.io/ingress-nginx/user-guide/exposing-tcp-udp-services/',
  * run(network) {
    for (const entry of streamEntries(network)) {
      const { forward, path, map } = entry;
      if (!forward) continue;
      const { namespace, name } = forward.backend;
      const verdict = unwatched(entry, entry.stream, map) ?? verdictOnAbsent({
        object: map.configMap, path, namespace, name, verb: `sends ${listenerOf(forward)} to`, mayCrossNamespaces: true,
      }, network);
      if (verdict) yield { ...verdict, ...asItsType(entry.stream, ({ skippedEntry }) => skippedEntry) };
    }
  },
};

function unwatched({ forward, path }: StreamEntryNode, stream: StreamController, { configMap }: StreamMap): Problem | undefined {
  const watched = isIngressNginx(stream) ? watchedNamespace(stream.controller) : undefined;
  const backend = forward?.backend as Forward['backend'];
  if (watched === undefined || isPlaceholder(watched) || backend.namespace === watched) return undefined;
  return {
    object: configMap,
    path,
    fact: `sends ${listenerOf(forward as Forward)} to ${referenceText(backend)}, but ${controllerText(stream)} watches namespace ${watched} only`,
    fix: `move Service ${backend.name} to ${watched}, or remove --watch-namespace=${watched} from the controller`,
    related: [stream.workload],
  };
}
