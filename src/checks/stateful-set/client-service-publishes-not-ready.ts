import { governedByService } from './governed-sets';
import { fieldAt } from '../../kube/field';
import type { Network } from '../../model/network';
import { field, nodeText } from '../../model/object-node';
import type { ServiceNode } from '../../model/service-node';
import type { WorkloadNode } from '../../model/workload-node';
import { applicationServicesWith } from '../application-services';
import type { Check } from '../check';

/** Clients are sent to Pods that say they cannot serve. */
export const clientServicePublishesNotReady: Check = {
  name: 'client-service-publishes-not-ready',
  severity: 'warning',
  summary: 'A Service with a cluster address sends to Pods that are not ready.',
  why: 'Pods that start, fail their readiness probe or shut down get a share of the connections, and refuse them',
  see: 'https://kubernetes.io/docs/reference/kubernetes-api/service-resources/service-v1/',
  * run(network) {
    for (const service of applicationServicesWith(network, { fields: ['publishNotReadyAddresses'] })) {
      const probed = isForClients(service, network) ? network.workloadsBehind(service).find(hasReadinessProbe) : undefined;
      if (!probed) continue;
      yield {
        object: service,
        path: ['spec', 'publishNotReadyAddresses'],
        fact: `has publishNotReadyAddresses: true, so that the readiness probe of ${nodeText(probed)} keeps no connection away`,
        fix: 'remove publishNotReadyAddresses here; Pods that must find each other before they are ready do so by a headless Service',
        related: [probed],
      };
    }
  },
};

function isForClients(service: ServiceNode, network: Network): boolean {
  const hasAddress = !service.isHeadless && service.type !== 'ExternalName';
  return hasAddress && field(service, 'spec', 'publishNotReadyAddresses') === true && !governedByService(network).has(service);
}

function hasReadinessProbe({ containers }: WorkloadNode): boolean {
  return containers.some(({ object }) => fieldAt(object, 'readinessProbe'));
}
