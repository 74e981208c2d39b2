import type { Check } from '../check';
import { writing } from './nearest-value';
import { fieldAt, listAt, type FieldPath } from '../../kube/field';
import { isPlaceholder } from '../../kube/placeholder';
import type { Network } from '../../model/network';
import type { ObjectNode } from '../../model/object-node';
import { servicesWithPort } from '../../model/services-with';
import { isUsable } from '../../values/capabilities';
import { Protocol } from '../../values/protocol';
import { shown } from '../../values/shown';
import { serverContainers } from '../server-containers';

/** A protocol that Kubernetes does not know. */
export const protocolInvalid: Check = {
  name: 'protocol-invalid',
  severity: 'error',
  summary: 'The protocol of a Service port or container port is not TCP, UDP or SCTP, in capitals.',
  why: 'a port has one of the protocols TCP, UDP and SCTP, in capitals: the API server refuses the object',
  see: 'https://kubernetes.io/docs/reference/networking/service-protocols/',
  * run(network) {
    const protocols = Object.values(Protocol).filter((protocol) => protocol !== Protocol.SCTP || isUsable('SCTP', network.circumstances.version));
    const isFine = (value: unknown) => value === undefined || value === null || value === '' || protocols.some((protocol) => protocol === value);
    for (const { object, path, value } of writtenProtocols(network, isFine)) {
      if (isPlaceholder(value) || typeof value === 'object') continue;
      yield {
        object,
        path,
        fact: `has ${shown(value)} as the protocol of a port`,
        ...(value === Protocol.SCTP ? { why: `Kubernetes ${network.circumstances.version} has SCTP behind the feature gate SCTPSupport: the API server refuses the object` } : {}),
        fix: OVER_TCP.test(`${value}`) ? 'write protocol: TCP' : writing('protocol', value, protocols),
      };
    }
  },
};

/** What is spoken over TCP. */
const OVER_TCP = /^(https?|http2|h2c|grpc|tls|ssl|wss?|sql|redis)$/i;

interface WrittenProtocol {
  readonly object: ObjectNode;
  readonly path: FieldPath;
  readonly value: unknown;
}

type Test = (value: unknown) => boolean;

/** Those that are not fine, in Services and in Pods. */
function* writtenProtocols(network: Network, isFine: Test): Iterable<WrittenProtocol> {
  for (const object of servicesWithPort(network, { protocol: (value) => !isFine(value) })) yield* protocolsIn(object, ['spec', 'ports'], isFine);
  for (const { workload, container } of serverContainers(network)) yield* protocolsIn(workload, [...container.path, 'ports'], isFine);
}

function* protocolsIn(object: ObjectNode, list: FieldPath, isFine: Test): Iterable<WrittenProtocol> {
  for (const [index, port] of listAt(object.object, ...list).entries()) {
    const value = fieldAt(port, 'protocol');
    if (!isFine(value)) yield { object, path: [...list, index, 'protocol'], value };
  }
}
