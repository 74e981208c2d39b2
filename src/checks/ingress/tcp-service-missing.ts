import { verdictOnAbsent } from './absent-service';
import { asItsType, controllerText, ingressNginxStreams, streamEntries, type PlacedStreamEntry } from './stream-controllers';
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
    const watchedBy = new Map(ingressNginxStreams(network).map((stream) => [stream, watchedNamespace(stream.controller)]));
    for (const entry of streamEntries(network)) {
      const { forward, path, map, stream } = entry;
      if (!forward) continue;
      const { namespace, name } = forward.backend;
      const verdict = unwatched(entry, forward, watchedBy.get(stream)) ?? (network.service(namespace, name) ? undefined : verdictOnAbsent({
        object: map.configMap, path, namespace, name, verb: `sends ${listenerOf(forward)} to`, mayCrossNamespaces: true,
      }, network));
      if (verdict) yield { ...verdict, ...asItsType(stream, ({ skippedEntry }) => skippedEntry) };
    }
  },
};

function unwatched({ path, stream, map: { configMap } }: PlacedStreamEntry, forward: Forward, watched: string | undefined): Problem | undefined {
  const { backend } = forward;
  if (watched === undefined || backend.namespace === watched || isPlaceholder(watched)) return undefined;
  return {
    object: configMap,
    path,
    fact: `sends ${listenerOf(forward)} to ${referenceText(backend)}, but ${controllerText(stream)} watches namespace ${watched} only`,
    fix: `move Service ${backend.name} to ${watched}, or remove --watch-namespace=${watched} from the controller`,
    related: [stream.workload],
  };
}
