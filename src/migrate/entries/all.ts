import { endpointBackend, numberedPort, presentBackend, presentPort, watchedBackend } from './backend-rules';
import type { ForwardRule } from './entry-rule';
import { published, unreserved, untaken } from './port-rules';
import { carriedProtocol, sentProxyHeader } from './target-rules';

/** Every reason why what an entry says has no route; the first one that holds is reported. */
export const FORWARD_RULES: readonly ForwardRule[] = [
  unreserved,
  untaken,
  published,
  watchedBackend,
  presentBackend,
  endpointBackend,
  presentPort,
  numberedPort,
  carriedProtocol,
  sentProxyHeader,
];
