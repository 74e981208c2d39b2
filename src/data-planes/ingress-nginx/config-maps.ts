import { Protocol } from '../../values/protocol';
import type { EntryConfigMap } from '../controller/controller-type';
import type { StreamProtocol } from '../controller/stream-grammar';

/** The ConfigMaps of the entries, as the flags of the controller and its documentation call them. */
export const CONFIG_MAPS: Readonly<Record<StreamProtocol, EntryConfigMap>> = {
  [Protocol.TCP]: { flag: 'tcp-services-configmap', name: 'tcp-services' },
  [Protocol.UDP]: { flag: 'udp-services-configmap', name: 'udp-services' },
};
