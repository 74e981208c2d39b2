import { flagValue } from '../../data-planes/controller/flags';
import { tellsProxyProtocol } from '../../data-planes/controller/load-balancer-proxy-protocol';
import { sendsProxyHeader } from '../../data-planes/ingress-nginx/rules/proxy-protocol';
import { listenerOf } from '../../model/forward';
import { nodeText } from '../../model/object-node';
import { portNumberText, type ServiceNode } from '../../model/service-node';
import { Rejection } from '../../problems/rejection';
import { Protocol } from '../../values/protocol';
import type { Check, Problem, Verdict } from '../check';
import { controllerText, ingressNginxStreams, type StreamController } from '../ingress/stream-controllers';

/** A load balancer starts connections with a PROXY header that nobody expects. */
export const lbProxyProtocolMismatch: Check = {
  name: 'lb-proxy-protocol-mismatch',
  severity: 'warning',
  summary: 'The load balancer of ingress-nginx starts connections with a PROXY protocol header, and the controller does not expect one.',
  why: 'the header arrives as the first bytes of the conversation: the server refuses it or hangs up',
  see: 'https://kubernetes.github.io/ingress-nginx/user-guide/exposing-tcp-udp-services/',
  * run(network) {
    for (const stream of ingressNginxStreams(network)) {
      const [service] = stream.services.filter(({ type }) => type === 'LoadBalancer');
      if (!service || !tellsProxyProtocol(stream.controller)) continue;
      const http = verdictOnHttp(stream, service);
      if (http) yield http;
      yield* entryProblems(stream, service);
    }
  },
};

function verdictOnHttp(stream: StreamController, service: ServiceNode): Verdict | undefined {
  const { controller } = stream;
  const port = service.ports.find((candidate) => candidate.port === 80 || candidate.port === 443);
  if (port?.port === undefined || !sends(stream, port.port) || controller.settings?.data?.['use-proxy-protocol'] === 'true') return undefined;
  const name = flagValue(controller.words, 'configmap') ?? 'of its flag --configmap';
  if (!controller.settings) return { object: service, cannotTell: `whether ${controllerText(stream)} expects a PROXY header stands in ConfigMap ${name}, which is not among the objects` };
  return {
    object: service,
    path: ['metadata', 'annotations'],
    fact: `has a load balancer that sends a PROXY header to port ${portNumberText(port)}, but ConfigMap ${name} of ${controllerText(stream)} does not say use-proxy-protocol: "true"`,
    why: 'nginx takes the header for a broken request and answers every one with 400',
    fix: `add use-proxy-protocol: "true" to data of ConfigMap ${name}`,
    related: [stream.workload],
  };
}

function* entryProblems(stream: StreamController, service: ServiceNode): Iterable<Problem> {
  for (const { configMap, protocol, entries } of stream.maps.filter((map) => map.protocol === Protocol.TCP)) {
    for (const { forward, path, value } of entries) {
      if (!forward || forward.acceptProxyProtocol || !sends(stream, forward.listenPort)) continue;
      const [reference, port, , ...encode] = value.split(':');
      yield {
        object: configMap,
        path,
        fact: `does not expect a PROXY header on ${listenerOf({ ...forward, protocol })}, but the load balancer of ${nodeText(service)} sends one`,
        why: 'the backend gets the header as the first bytes of the conversation',
        fix: `write "${[reference, port, 'PROXY', ...encode].join(':')}"`,
        related: [service],
      };
    }
  }
}

/** Whether the annotations of the Services say that a header is sent; not where nobody can tell. */
function sends({ controller }: StreamController, listenPort: number): boolean {
  try {
    return sendsProxyHeader(controller, listenPort);
  } catch (error) {
    if (error instanceof Rejection) return false;
    throw error;
  }
}
