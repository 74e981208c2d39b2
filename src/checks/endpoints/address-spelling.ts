import { isIP } from 'net';

/** Whether a value is an IP address in a spelling that all programs read alike. */
export function isPlainAddress(value: unknown): value is string {
  return typeof value === 'string' && isIP(value) > 0;
}

/** Spellings that programs disagree about, accepted up to 1.35: zeros in front, IPv4 in IPv6. */
export function isAddressInOldSpelling(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  const withoutZeros = value.replace(/(^|\.)0+(?=\d)/g, '$1');
  return (isIP(value) === 0 && isIP(withoutZeros) === 4) || /^::ffff:/i.test(value);
}

/** The family of an address, or `undefined` where it is none. */
export function familyOf(value: unknown): 'IPv4' | 'IPv6' | undefined {
  if (isAddressInOldSpelling(value)) return /:/.test(String(value)) ? 'IPv6' : 'IPv4';
  const family = typeof value === 'string' ? isIP(value) : 0;
  return family === 0 ? undefined : family === 4 ? 'IPv4' : 'IPv6';
}
