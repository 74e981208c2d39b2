import { reject } from '../problems/rejection';

/** A port a client can connect to: 1-65535. */
export function parsePort(value: number): number {
  if (Number.isInteger(value) && value >= 1 && value <= 65535) return value;
  return reject({
    fact: `${JSON.stringify(value)} is not a port number`,
    why: 'a port is a whole number from 1 to 65535; the API server refuses anything else',
    fix: 'give a number in that range, for example 5432',
    see: 'https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports',
  });
}
