import { referenceText } from '../../../model/forward';
import { upstreamKey } from '../published';
import type { Rule } from './rule';

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
