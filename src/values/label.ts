import { reject } from '../problems/rejection';

const SEE = 'https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set';
const NAME = /^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/;
const PREFIX = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

/** A label key, an `appProtocol` or a load-balancer class: `name` or `dns.prefix/name`. */
export function parseQualifiedName(text: string): string {
  const parts = text.split('/');
  const name = parts.pop() ?? '';
  const prefixFits = parts.length === 0 || (parts.length === 1 && parts[0].length <= 253 && PREFIX.test(parts[0]));
  if (prefixFits && name.length <= 63 && NAME.test(name)) return text;
  return reject({
    fact: `"${text}" is not a qualified name`,
    why: 'it needs 1 to 63 letters, digits, "-", "_" and ".", alphanumeric at both ends, with at most one DNS prefix before a "/"',
    fix: 'use a name such as "app" or "example.com/app"',
    see: SEE,
  });
}

/** The value of a label: empty, or up to 63 characters, alphanumeric at both ends. */
export function parseLabelValue(text: string): string {
  if (text === '' || (typeof text === 'string' && text.length <= 63 && NAME.test(text))) return text;
  return reject({
    fact: `${JSON.stringify(text)} is not a label value`,
    why: 'a label value has at most 63 letters, digits, "-", "_" and ".", alphanumeric at both ends',
    fix: 'shorten it or replace the other characters, for example "orders-db"',
    see: SEE,
  });
}
