import { isNot } from './shown';
import { reject } from '../problems/rejection';

const SEE = 'https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set';
const NAME = /^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/;
const PREFIX = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

/** A label key, an `appProtocol` or a load-balancer class: `name` or `dns.prefix/name`. */
export function parseQualifiedName(text: string): string {
  if (isQualifiedName(text)) return text;
  return reject({
    fact: isNot(text, 'a qualified name'),
    why: 'it needs 1 to 63 letters, digits, "-", "_" and ".", alphanumeric at both ends, with at most one DNS prefix before a "/"',
    fix: `use ${nameLike(text) ?? 'a name such as "app" or "example.com/app"'}`,
    see: SEE,
  });
}

/** The key of an annotation: as a label key, but with capital letters in its prefix, too. */
export function parseAnnotationKey(text: string): string {
  return typeof text === 'string' && isQualifiedName(text.toLowerCase()) ? text : parseQualifiedName(text);
}

/** The value of a label: empty, or up to 63 characters, alphanumeric at both ends. */
export function parseLabelValue(text: string): string {
  if (isLabelValue(text)) return text;
  return reject({
    fact: isNot(text, 'a label value'),
    why: 'a label value has at most 63 letters, digits, "-", "_" and ".", alphanumeric at both ends',
    fix: `use "${valueLike(text) ?? 'orders-db'}"`,
    see: SEE,
  });
}

export function isLabelValue(text: unknown): text is string {
  return text === '' || isName(text);
}

export function isQualifiedName(text: unknown): text is string {
  const [name, prefix, ...others] = typeof text === 'string' ? text.split('/').reverse() : [];
  return isName(name) && (prefix === undefined || (prefix.length <= 253 && PREFIX.test(prefix))) && others.length === 0;
}

function nameLike(text: unknown): string | undefined {
  const [name, ...prefixes] = typeof text === 'string' ? text.split('/').reverse() : [];
  const suggestion = [...prefixes.reverse().slice(-1), valueLike(name)].join('/');
  return isQualifiedName(suggestion) ? `"${suggestion}"` : undefined;
}

function isName(text: unknown): text is string {
  return typeof text === 'string' && text.length <= 63 && NAME.test(text);
}

function valueLike(text: unknown): string | undefined {
  const cleaned = !['string', 'number', 'boolean'].includes(typeof text) ? '' : String(text).replace(/[^-A-Za-z0-9_.]+/g, '-').replace(/^[-_.]+/, '').slice(0, 63).replace(/[-_.]+$/, '');
  return isName(cleaned) ? cleaned : undefined;
}
