import type { ParsedEndpoint } from './parsed-endpoint';
import type { Problems } from '../problems/problems';

/** No endpoint is the Service itself. */
export function checkNotItself(endpoints: readonly ParsedEndpoint[], clusterIp: unknown, problems: Problems): void {
  const itself = endpoints.find(({ address }) => address.text === clusterIp);
  if (!itself) return;
  problems.add(`${itself.at}.ip`, {
    fact: `${itself.address.text} is the clusterIp of the Service itself`,
    why: 'kube-proxy cannot send to the address of a Service: connections would go nowhere',
    fix: `give the address of the backend, or remove ${itself.at}`,
    see: 'https://kubernetes.io/docs/concepts/services-networking/service/#services-without-selectors',
  });
}
