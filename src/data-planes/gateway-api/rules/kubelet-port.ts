import type { ListenerRule } from './rule';
import { capabilityFault } from '../../../values/capability-fault';

/** The Service that a controller makes for a Gateway is one of type LoadBalancer. */
export const kubeletPort: ListenerRule = ({ listenPort }, { plan: { created, version } }) => {
  const fault = listenPort === 10250 && created ? capabilityFault('port 10250 on a LoadBalancer', version, 'use another listenPort, for example 10251') : undefined;
  return fault && {
    ...fault,
    field: 'listenPort',
    why: 'it is the port of the kubelet, so the API server of that version refuses the Service that the controller makes for the Gateway',
  };
};
