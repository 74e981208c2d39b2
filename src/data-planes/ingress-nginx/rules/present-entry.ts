import { listenerOf, referenceText } from '../../../model/forward';
import type { StreamProtocol } from '../controller';
import { parseEntry, says } from '../stream-entry';
import { useAnotherPort } from './free-port';
import type { Rule } from './rule';

/** An entry that the controller's manifests already have is not replaced. */
export const presentEntry: Rule = (forward, surroundings) => {
  const protocol = forward.protocol as StreamProtocol;
  const entry = surroundings.entries[protocol]?.get(forward.listenPort);
  if (!entry || says(entry, forward)) return undefined;
  const present = parseEntry(entry, protocol);
  return {
    field: 'listenPort',
    fact: `the controller's ConfigMap already has an entry for ${listenerOf(forward)}: "${entry.value}"`,
    why: present ? `it would be replaced, and clients of ${referenceText(present.backend)} cut off` : 'the controller skips that entry, but whoever wrote it wanted the port',
    fix: `remove the entry "${entry.key}" from the manifest, or ${useAnotherPort(forward, surroundings)}`,
    see: 'https://kubernetes.github.io/ingress-nginx/user-guide/exposing-tcp-udp-services/',
  };
};
