import { snippetListeners } from './snippet-listeners';
import { listenerOf } from '../../model/forward';
import { Protocol } from '../../values/protocol';
import { controllerContainer } from '../controller/controller';
import type { Controller, Occupant } from '../controller/controller-type';
import { flagPort } from '../controller/flags';

/** What listens in the Pod of the controller and is not refused by it. */
export function ownListeners({ type, words, workloads, settings }: Controller): Occupant[] {
  const webhook = flagPort(words, 'validating-webhook');
  const hasSyslog = workloads.some((workload) => String(controllerContainer(workload, type).image).includes('controller-chroot'));
  return [
    ...hasSyslog ? [SYSLOG] : [],
    ...snippetListeners(settings).map((listener): Occupant => [listenerOf(listener), 'a "listen" in a snippet of its ConfigMap']),
    ...webhook === undefined ? [] : [[`${webhook}/TCP`, 'its admission webhook'] as const],
  ];
}

const SYSLOG: Occupant = [listenerOf({ listenPort: 11514, protocol: Protocol.UDP }), 'the syslog of the chroot image'];
