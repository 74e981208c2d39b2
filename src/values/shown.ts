const LONGEST = 80;

/** A received value as a person recognises it: text in quotes, plain data as JSON, an instance by its class. */
export function shown(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'function') return 'a function';
  return typeof value === 'object' ? shownObject(value) : String(value);
}

/** That a value is not what it should be, or that there is none. */
export function isNot(value: unknown, wanted: string): string {
  return value === undefined || value === null ? `${wanted} is missing` : `${shown(value)} is not ${wanted}`;
}

function shownObject(value: object): string {
  const isPlain = Array.isArray(value) || [Object.prototype, null].includes(Object.getPrototypeOf(value));
  const json = isPlain ? jsonOf(value) : `an object of class ${value.constructor?.name ?? 'unknown'}`;
  return json.length > LONGEST ? `${json.slice(0, LONGEST)}…` : json;
}

function jsonOf(value: object): string {
  try {
    return JSON.stringify(value) ?? 'an object';
  } catch {
    return 'an object that JSON cannot say';
  }
}
