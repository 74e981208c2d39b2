import type { ChartValues } from './helm-values';
import type { InputEntry } from './installation';
import { STREAM_PROTOCOLS, type StreamProtocol } from '../../data-planes/controller/stream-grammar';
import { fieldAt, recordAt } from '../../kube/field';
import type { LossFault } from '../loss';
import { standing } from '../standing';

/** The entries of all values files; those that a later file replaces or removes are marked as not read. */
export function valuesEntries(parts: readonly ChartValues[]): InputEntry[] {
  return STREAM_PROTOCOLS.flatMap((protocol) => parts.flatMap((part, index) => entriesOf(part, protocol).map((entry) => {
    const later = parts.slice(index + 1).find((other) => speaksOf(other, protocol, entry.key));
    return later === undefined ? entry : { ...entry, unread: replaced(later) };
  })));
}

function entriesOf({ path, values, source }: ChartValues, protocol: StreamProtocol): InputEntry[] {
  const field = protocol.toLowerCase();
  return Object.entries(recordAt(values, field)).filter(([, value]) => value !== null).map(([key, value]) =>
    ({ ...standing(source.origin.file ?? 'the values', [...path, field, key], source.origin), protocol, key, value }));
}

function speaksOf({ values }: ChartValues, protocol: StreamProtocol, key: string): boolean {
  const field = protocol.toLowerCase();
  return fieldAt(values, field) === null || fieldAt(values, field, key) !== undefined;
}

function replaced({ source }: ChartValues): LossFault {
  return {
    name: 'entry-unread',
    severity: 'info',
    fact: `${source.origin.file ?? 'a later document'} says something else for the port`,
    why: 'of several values files Helm takes what the last one says',
    fix: 'nothing, if the files are named in the order in which Helm gets them; else name them in that order',
    see: 'https://helm.sh/docs/chart_template_guide/values_files/',
  };
}
