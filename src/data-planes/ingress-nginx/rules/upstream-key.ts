import { referenceText, type Forward } from '../../../model/forward';
import type { Rule } from '../../controller/rules/rule';

/** The controller names a backend by joining namespace, Service and port with "-", and confuses those that read alike. */
export const distinctUpstream: Rule = (forward, { others }) => {
  const twin = others.sharingKey(forward);
  if (!twin || referenceText(twin.backend) === referenceText(forward.backend)) return undefined;
  return {
    field: 'backend',
    fact: `the backends ${referenceText(forward.backend)} and ${referenceText(twin.backend)} (port ${twin.listenPort}) have one key, "${upstreamKey(forward)}"`,
    why: 'the controller keeps one list of endpoints per key: both ports would lead to the same one of the two Services',
    fix: `rename one of the Services, for example ${forward.backend.name} to ${forward.backend.name}-tcp`,
    see: 'https://github.com/kubernetes/ingress-nginx/blob/controller-v1.15.1/internal/ingress/controller/nginx.go',
  };
};

/**
 * The key under which the controller keeps the endpoints of a backend.
 *
 * @see https://github.com/kubernetes/ingress-nginx/blob/controller-v1.15.1/internal/ingress/controller/nginx.go
 */
export function upstreamKey({ protocol, backend }: Forward): string {
  return `${protocol.toLowerCase()}-${backend.namespace}-${backend.name}-${backend.servicePort}`;
}
