import { reject } from '../problems/rejection';

const LIMIT = 15;

/** The name of a container port, also used as `targetPort`: IANA_SVC_NAME of RFC 6335. */
export function parsePortName(text: string): string {
  const wellFormed = /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) && /[a-z]/.test(text);
  if (wellFormed && text.length <= LIMIT) return text;
  return reject({
    fact: `"${text}" is not a container port name`,
    why: `the name of a container port has 1 to ${LIMIT} lower-case letters, digits and single "-" between them, at least one of them a letter`,
    fix: text.length > LIMIT && wellFormed
      ? `shorten it from ${text.length} to at most ${LIMIT} characters, for example "${shortened(text)}"`
      : 'use a short name such as "sql"',
    see: 'https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports',
  });
}

function shortened(text: string): string {
  return text.slice(0, LIMIT).replace(/-+$/, '');
}
