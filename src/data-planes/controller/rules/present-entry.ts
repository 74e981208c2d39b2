import { listenerOf, referenceText } from '../../../model/forward';
import { says } from '../stream-entry';
import type { StreamProtocol } from '../stream-grammar';
import { useAnotherPort } from './free-port';
import type { Rule } from './rule';

/** An entry that the controller's manifests already have is not replaced. */
export const presentEntry: Rule = (forward, surroundings) => {
  const protocol = forward.protocol as StreamProtocol;
  const { type } = surroundings.controller;
  const entry = surroundings.entries.get(protocol)?.get(forward.listenPort);
  if (!entry || says(type, entry, forward)) return undefined;
  const present = type.grammar.parseEntry(entry, protocol);
  return {
    field: 'listenPort',
    fact: `the controller's ConfigMap already has an entry for ${listenerOf(forward)}: "${entry.value}"`,
    why: present ? `it would be replaced, and clients of ${referenceText(present.backend)} cut off` : 'the controller skips that entry, but whoever wrote it wanted the port',
    fix: `remove the entry "${entry.key}" from the manifest, or ${useAnotherPort(forward, surroundings)}`,
    see: type.pages.guide,
  };
};
