import { createHash } from 'crypto';
import type { Finding } from './finding';
import { pathText } from '../kube/field';

/** What stays the same of a finding when lines move: the check, the object and the field. */
export function fingerprintOf({ check, object, path }: Pick<Finding, 'check' | 'object' | 'path'>): string {
  const { apiVersion, kind, namespace, name } = object;
  return createHash('sha256').update([check, apiVersion, kind, namespace, name, pathText(path)].join('\n')).digest('hex').slice(0, 32);
}
