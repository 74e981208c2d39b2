import type { Inspection } from '../service-spec/inspection';
import { stageOf } from '../values/capabilities';
import { capabilityFault } from '../values/capability-fault';
import { choiceOf } from '../values/choice';

/**
 * The kind of object that holds the addresses of an external service.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/endpoint-slices/
 */
export enum EndpointFormat {
  /** One Endpoints object, which Kubernetes 1.19 and newer copy into EndpointSlices. Deprecated since 1.33, not removed. */
  ENDPOINTS = 'Endpoints',
  /** EndpointSlices, one or more per address family; from Kubernetes 1.21. */
  ENDPOINT_SLICE = 'EndpointSlice',
}

const parseFormat = choiceOf('EndpointFormat', EndpointFormat, 'https://kubernetes.io/docs/concepts/services-networking/endpoint-slices/');

/** The format asked for, else the one that is current in the target version. */
export function chooseFormat(format: EndpointFormat | undefined, { problems, version }: Inspection): EndpointFormat {
  const current = stageOf('Endpoints', version) === 'deprecated' ? EndpointFormat.ENDPOINT_SLICE : EndpointFormat.ENDPOINTS;
  const chosen = problems.parseOptional('format', parseFormat, format) ?? current;
  const fault = chosen === EndpointFormat.ENDPOINTS ? undefined : capabilityFault('EndpointSlice', version, 'use EndpointFormat.ENDPOINTS');
  if (fault) problems.add('format', fault);
  return chosen;
}
