import { isIP } from 'net';
import { listAt, textAt, type FieldPath } from '../../kube/field';
import { isPlaceholder } from '../../kube/placeholder';
import type { ServiceNode } from '../../model/service-node';
import type { Family } from '../../values/ip-address';

/** A cluster address that a Service asks for. */
export interface ClusterAddress {
  readonly text: string;
  readonly family?: Family;
  readonly path: FieldPath;
}

/** The cluster addresses of a Service: `clusterIPs`, or `clusterIP` alone. */
export function clusterAddresses({ object }: ServiceNode): ClusterAddress[] {
  const single = textAt(object, 'spec', 'clusterIP');
  const several = listAt(object, 'spec', 'clusterIPs').map((value, index) => ({ value, path: ['spec', 'clusterIPs', index] }));
  const all = several.length > 0 ? several : [{ value: single, path: ['spec', 'clusterIP'] }];
  return all.flatMap(({ value, path }) => isAddress(value) ? [{ text: value, family: familyOf(value), path }] : []);
}

/** The family of an address, however it is spelled; `undefined` where it is none, or one that programs disagree about. */
export function familyOf(text: string): Family | undefined {
  const version = isIP(text.replace(/(^|\.)0+(?=\d)/g, '$1'));
  if (version === 4) return 'IPv4';
  return version === 6 && !/^::ffff:/i.test(text) ? 'IPv6' : undefined;
}

function isAddress(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value !== 'None' && !isPlaceholder(value);
}
