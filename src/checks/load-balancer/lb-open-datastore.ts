import { applicationServicesOfType } from '../application-services';
import type { Check } from '../check';
import { providerOf } from './provider';
import { RANGES_ANNOTATION } from './source-ranges';
import { listAt, textAt } from '../../kube/field';
import type { Network } from '../../model/network';
import { portNumberText, type ServiceNode } from '../../model/service-node';

/** A database is open to the internet. */
export const lbOpenDatastore: Check = {
  name: 'lb-open-datastore',
  severity: 'info',
  summary: 'A LoadBalancer publishes the port of a datastore to every client.',
  why: 'without source ranges everyone who reaches the load balancer may try a password, and known holes',
  see: 'https://kubernetes.io/docs/tasks/access-application-cluster/configure-cloud-provider-firewall/#restrict-access-for-loadbalancer-service',
  * run(network) {
    for (const service of applicationServicesOfType(network, 'LoadBalancer')) {
      if (isRestricted(service) || isInternal(service, network)) continue;
      const port = service.ports.find((candidate) => Number.isInteger(candidate.port) && (storeOf(candidate.targetPort) ?? storeOf(candidate.port)));
      if (!port) continue;
      yield {
        object: service,
        path: ['spec', 'ports', port.index],
        fact: `publishes port ${portNumberText(port)}, the usual one of ${storeOf(port.targetPort) ?? storeOf(port.port)}, to every client`,
        fix: 'add loadBalancerSourceRanges with the blocks of the clients, for example ["203.0.113.0/24"], or make the load balancer internal',
      };
    }
  },
};

const STORES: ReadonlyMap<number | string, string> = new Map([
  [1433, 'SQL Server'], [1521, 'Oracle Database'], [2379, 'etcd'], [3306, 'MySQL'], [5432, 'PostgreSQL'], [5984, 'CouchDB'], [6379, 'Redis'],
  [7000, 'Cassandra'], [9042, 'Cassandra'], [9200, 'Elasticsearch'], [9300, 'Elasticsearch'], [11211, 'memcached'], [27017, 'MongoDB'],
]);

function storeOf(port: number | string | undefined): string | undefined {
  return port === undefined ? undefined : STORES.get(port);
}

function isRestricted({ object, annotations }: ServiceNode): boolean {
  return listAt(object, 'spec', 'loadBalancerSourceRanges').length > 0 || RANGES_ANNOTATION in annotations
    || 'service.beta.kubernetes.io/azure-allowed-ip-ranges' in annotations || 'service.beta.kubernetes.io/azure-allowed-service-tags' in annotations;
}

// The AWS Load Balancer Controller makes internal load balancers unless it is told otherwise; bare-metal pools are mostly private.
function isInternal(service: ServiceNode, network: Network): boolean {
  const provider = providerOf(service, network);
  if (provider === 'MetalLB' || provider === 'Cilium' || provider === 'kube-vip') return true;
  const { annotations, object } = service;
  const saysInternal = Object.entries(annotations).some(([key, value]) => /internal|scheme|load-balancer-type/.test(key) && /^(true|internal|0\.0\.0\.0\/0)$/i.test(value));
  const hasClass = provider === 'AWS' && textAt(object, 'spec', 'loadBalancerClass') !== undefined;
  return saysInternal || (hasClass && annotations['service.beta.kubernetes.io/aws-load-balancer-scheme'] !== 'internet-facing');
}
