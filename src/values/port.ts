import { isNot } from './shown';
import { reject } from '../problems/rejection';

/**
 * A port a client can connect to: 1-65535.
 *
 * @param example a number for those who have none
 */
export function parsePort(value: number, example = 5432): number {
  if (isPort(value)) return value;
  return reject({
    fact: isNot(value, 'a port number'),
    why: 'a port is a whole number from 1 to 65535; the API server refuses anything else',
    fix: typeof value === 'string' && isPort(Number(value)) ? `write ${Number(value)} without quotes` : `give a number in that range, for example ${example}`,
    see: 'https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports',
  });
}

/** Whether a value is a whole number from 1 to 65535. */
export function isPort(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 65535;
}
