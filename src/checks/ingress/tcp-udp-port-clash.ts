import { streamControllersOf, type StreamController, type StreamEntryNode } from './stream-controllers';
import { carriesBothProtocols, whyNoUdp } from '../../data-planes/controller/load-balancers';
import { nodeText } from '../../model/object-node';
import { isUsable } from '../../values/capabilities';
import type { KubernetesVersion } from '../../values/kubernetes-version';
import { Protocol } from '../../values/protocol';
import type { Check, Problem } from '../check';

/** One number is opened for TCP and for UDP. */
export const tcpUdpPortClash: Check = {
  name: 'tcp-udp-port-clash',
  severity: 'warning',
  summary: 'ingress-nginx opens one number for TCP and for UDP, and the Service of the controller must have both.',
  why: 'a client-side "kubectl apply" merges the ports of a Service by number alone and loses one of the two on a later change',
  see: 'https://github.com/kubernetes/kubernetes/issues/39188',
  * run(network) {
    for (const stream of streamControllersOf(network)) {
      const udp = numbersOf(stream, Protocol.UDP);
      const tcp = udp.size > 0 ? numbersOf(stream, Protocol.TCP) : udp;
      for (const [listenPort, entry] of udp) {
        const map = stream.maps.find(({ protocol }) => protocol === Protocol.UDP);
        if (!map || !tcp.has(listenPort)) continue;
        yield { object: map.configMap, path: entry.path, ...found(listenPort, stream, network.circumstances.version) };
      }
    }
  },
};

function numbersOf({ maps }: StreamController, protocol: Protocol): Map<number, StreamEntryNode> {
  const entries = maps.filter((map) => map.protocol === protocol).flatMap((map) => map.entries);
  return new Map(entries.flatMap((entry) => (entry.forward ? [[entry.forward.listenPort, entry] as const] : [])));
}

function found(listenPort: number, stream: StreamController, version: KubernetesVersion): Omit<Problem, 'object' | 'path'> {
  const balancers = stream.controller.services.filter(({ spec }) => spec.type === 'LoadBalancer');
  const [service] = stream.services.filter(({ type }) => type === 'LoadBalancer');
  const fact = `opens ${listenPort}/UDP, and the other ConfigMap opens ${listenPort}/TCP`;
  if (service && !isUsable('several protocols on one LoadBalancer', version)) {
    return {
      fact: `${fact}; ${nodeText(service)} is a LoadBalancer`,
      why: `the API server of Kubernetes ${version} refuses a LoadBalancer with two protocols`,
      fix: 'publish the UDP port by a second Service of the controller, of type LoadBalancer, with that port alone',
      related: [service],
    };
  }
  const noUdp = balancers.map(whyNoUdp).find((reason) => reason !== undefined);
  if (service && noUdp) return { fact: `${fact}; ${noUdp.fact}`, why: noUdp.why, fix: noUdp.fix, related: [service] };
  if (service && !balancers.every(carriesBothProtocols)) {
    return {
      fact: `${fact}; ${nodeText(service)} has a Network Load Balancer`,
      why: 'the AWS Load Balancer Controller makes one listener per number and refuses two protocols on it',
      fix: `add the annotation service.beta.kubernetes.io/aws-load-balancer-enable-tcp-udp-listener: "true" to ${nodeText(service)}`,
      related: [service],
    };
  }
  return { severity: 'info', fact, fix: 'apply the Service of the controller with "kubectl apply --server-side"', related: stream.services };
}
