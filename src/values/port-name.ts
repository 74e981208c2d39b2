import { isNot } from './shown';
import { reject } from '../problems/rejection';

const LIMIT = 15;

/** The name of a container port, also used as `targetPort`: IANA_SVC_NAME of RFC 6335. */
export function parsePortName(text: string): string {
  if (isPortName(text)) return text;
  const length = isWellFormed(text) ? `shorten it from ${text.length} to at most ${LIMIT} characters, for example ` : 'use ';
  return reject({
    fact: isNot(text, 'a container port name'),
    why: `the name of a container port has 1 to ${LIMIT} lower-case letters, digits and single "-" between them, at least one of them a letter`,
    fix: `${length}"${suggestion(text)}"`,
    see: 'https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports',
  });
}

function isPortName(text: string): boolean {
  return isWellFormed(text) && text.length <= LIMIT;
}

function isWellFormed(text: string): boolean {
  return typeof text === 'string' && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) && /[a-z]/.test(text);
}

function suggestion(text: string): string {
  const cleaned = typeof text === 'string' ? text.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-/, '').slice(0, LIMIT).replace(/-$/, '') : '';
  if (isPortName(cleaned)) return cleaned;
  return isPortName(`port-${cleaned}`) ? `port-${cleaned}` : 'sql';
}
