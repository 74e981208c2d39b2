import type { Check } from '../check';
import { writtenPorts, type WrittenPort } from './written-ports';
import { isPlaceholder } from '../../kube/placeholder';
import { parsePort } from '../../values/port';
import { shown } from '../../values/shown';
import { faultOf } from '../fault-of';

/** A port that is no port number. */
export const portOutOfRange: Check = {
  name: 'port-out-of-range',
  severity: 'error',
  summary: 'A port of a Service, a container or a probe is missing, or no whole number from 1 to 65535.',
  why: 'a port is a whole number from 1 to 65535: the API server refuses the object',
  see: 'https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports',
  * run(network) {
    for (const written of writtenPorts(network)) {
      const { object, path, label, value, example } = written;
      if (isFine(written)) continue;
      const isMissing = value === undefined || value === null;
      yield {
        object,
        path,
        fact: isMissing ? `has no ${label()}` : `has ${shown(value)} as ${label()}, which is no port number`,
        fix: isMissing ? `add it, for example ${path[path.length - 1]}: ${example}` : fixFor(written),
      };
    }
  },
};

function isFine({ value, isRequired, mayBeZero }: WrittenPort): boolean {
  if (value === undefined || value === null) return !isRequired;
  if (isPlaceholder(value) || typeof value === 'object' || (value === 0 && mayBeZero)) return true;
  return faultOf(parsePort, value) === undefined;
}

function fixFor({ value, example }: WrittenPort): string {
  const isQuoted = typeof value === 'string' && faultOf(parsePort, Number(value)) === undefined;
  return isQuoted ? `write ${Number(value)} without quotes` : `write a number in that range, for example ${example}`;
}
