import { parseOption } from './parse-option';
import { parseDnsLabel } from '../values/dns-name';

/** What `--namespace` says, if it is given. */
export function parseNamespaceOption(text: string | undefined): string | undefined {
  return text === undefined ? undefined : parseOption('--namespace', parseDnsLabel, text);
}
