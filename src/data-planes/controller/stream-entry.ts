import type { ControllerType } from './controller-type';
import type { StreamEntry, StreamProtocol } from './stream-grammar';
import { entriesOf, type ConfigMap } from '../../kube/config-map';
import { listenerOf, type Forward } from '../../model/forward';

/** Whether an entry says what a forward says. */
export function says({ grammar }: ControllerType, entry: StreamEntry, forward: Forward): boolean {
  const said = grammar.parseEntry(entry, forward.protocol as StreamProtocol);
  return said !== undefined && !grammar.asksMore(entry) && listenerOf(said) === listenerOf(forward)
    && grammar.formatEntry(said) === grammar.formatEntry(forward);
}

/** The entries of a ConfigMap by the number that their key says: "9000" and "09000" are one port. */
export function entriesByPort({ grammar }: ControllerType, configMap: ConfigMap | undefined): Map<number, StreamEntry> {
  const numbered = entriesOf(configMap).filter(([key]) => grammar.isPort(key));
  return new Map(numbered.map(([key, value]) => [Number(key), { key, value }]));
}
