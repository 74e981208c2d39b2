import { isPlaceholder } from '../../kube/placeholder';
import { faultOf } from '../fault-of';

/** What is wrong with the name of a port: no text, or text that the parser refuses. None and "" are no name. */
export function nameFault(name: unknown, parser: (text: string) => string): { readonly fact: string; readonly fix: string } | undefined {
  if (name === undefined || name === null || name === '' || isPlaceholder(name) || typeof name === 'object') return undefined;
  const fault = faultOf(parser, String(name));
  if (typeof name === 'string') return fault;
  return { fact: `${name} is a ${typeof name}, not text`, fix: fault?.fix ?? `write "${name}" in quotes` };
}
