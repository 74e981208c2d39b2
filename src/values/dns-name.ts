import { isNot } from './shown';
import { reject } from '../problems/rejection';

const NAMES_PAGE = 'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/';
const LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const LABEL_LIMIT = 63;
const SUBDOMAIN_LIMIT = 253;

/** An RFC 1123 label: 1-63 of `a-z 0-9 -`, alphanumeric at both ends. */
export function parseDnsLabel(text: string): string {
  if (isDnsLabel(text)) return text;
  return reject({
    fact: isNot(text, 'a DNS label'),
    why: `a DNS label has 1 to ${LABEL_LIMIT} lower-case letters, digits and "-", and starts and ends with a letter or digit`,
    fix: `use "${labelLike(text) ?? 'my-name'}"`,
    see: `${NAMES_PAGE}#dns-label-names`,
  });
}

/** The name of a Service that every Kubernetes version accepts: an RFC 1035 label, so it starts with a letter. */
export function parseServiceName(text: string): string {
  if (isServiceName(text)) return text;
  return reject({
    fact: isNot(text, 'a Service name'),
    why: `a Service name has 1 to ${LABEL_LIMIT} lower-case letters, digits and "-", starts with a letter and ends with a letter or digit`,
    fix: `use "${labelLike(startingWithLetter(text)) ?? 'my-service'}"`,
    see: `${NAMES_PAGE}#rfc-1035-label-names`,
  });
}

/** An RFC 1123 subdomain: DNS labels joined by dots, at most 253 characters. */
export function parseDnsSubdomain(text: string): string {
  if (isDnsSubdomain(text)) return text;
  return reject({
    fact: isNot(text, 'a DNS name'),
    why: `a DNS name is at most ${SUBDOMAIN_LIMIT} characters of lower-case letters, digits, "-" and ".", alphanumeric at both ends of every part`,
    fix: `use "${subdomainLike(text) ?? 'db.example.com'}"`,
    see: `${NAMES_PAGE}#dns-subdomain-names`,
  });
}

/** Whether a value is an RFC 1035 label. */
export function isServiceName(text: unknown): text is string {
  return isDnsLabel(text) && /^[a-z]/.test(text);
}

/** Whether a value is an RFC 1123 label. */
export function isDnsLabel(text: unknown): text is string {
  return typeof text === 'string' && text.length <= LABEL_LIMIT && LABEL.test(text);
}

function isDnsSubdomain(text: unknown): text is string {
  return typeof text === 'string' && text.length <= SUBDOMAIN_LIMIT && text.split('.').every((part) => LABEL.test(part));
}

function startingWithLetter(text: unknown): unknown {
  return typeof text === 'string' && /^[^a-z]*[0-9]/i.test(text) ? `svc-${text}` : text;
}

function labelLike(text: unknown): string | undefined {
  const cleaned = typeof text === 'string' ? text.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-/, '').slice(0, LABEL_LIMIT).replace(/-$/, '') : '';
  return isDnsLabel(cleaned) ? cleaned : undefined;
}

function subdomainLike(text: unknown): string | undefined {
  const host = typeof text === 'string' ? text.replace(/^[a-z][-+.a-z0-9]*:\/\//i, '').replace(/[/?#:].*$/, '') : '';
  const parts = host.split('.').map(labelLike);
  return parts.every((part) => part !== undefined) && isDnsSubdomain(parts.join('.')) ? parts.join('.') : undefined;
}
