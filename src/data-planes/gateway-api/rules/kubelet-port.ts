import { useAnotherPort } from './free-port';
import type { ListenerRule } from './rule';
import { capabilityFault } from '../../../values/capability-fault';

/** The Service that a controller makes for a Gateway is one of type LoadBalancer. */
export const kubeletPort: ListenerRule = (listener, surroundings) => {
  const { created, version } = surroundings.plan;
  if (listener.listenPort !== 10250 || !created) return undefined;
  const fault = capabilityFault('port 10250 on a LoadBalancer', version, useAnotherPort(listener, surroundings));
  return fault && {
    ...fault,
    field: 'listenPort',
    why: 'it is the port of the kubelet, so the API server of that version refuses the Service that the controller makes for the Gateway',
  };
};
