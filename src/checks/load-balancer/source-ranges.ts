import { listAt, type FieldPath } from '../../kube/field';
import { isPlaceholder } from '../../kube/placeholder';
import type { Network } from '../../model/network';
import type { ServiceNode } from '../../model/service-node';
import { parseCidr } from '../../values/cidr';
import { applicationServicesWith } from '../application-services';
import { faultOf } from '../fault-of';

export const RANGES_ANNOTATION = 'service.beta.kubernetes.io/load-balancer-source-ranges';

/** A block of addresses whose clients may connect, where it is written. */
export interface SourceRange {
  readonly service: ServiceNode;
  readonly path: FieldPath;
  /** The block without spaces around it, which the API server tolerates; a value that is no text as it stands. */
  readonly value: unknown;
  /** Whether it stands in the field, and not in the annotation that is as old as clouds. */
  readonly isField: boolean;
}

export function sourceRangesOf(network: Network): SourceRange[] {
  return applicationServicesWith(network, { fields: ['loadBalancerSourceRanges'], annotations: [RANGES_ANNOTATION] }).flatMap((service) => {
    const inField = listAt(service.object, 'spec', 'loadBalancerSourceRanges').map((value, index) => ({
      service, path: ['spec', 'loadBalancerSourceRanges', index], value: typeof value === 'string' ? value.trim() : value, isField: true,
    }));
    // The annotation is read only where the field is empty.
    const annotation = inField.length > 0 ? '' : service.annotations[RANGES_ANNOTATION]?.trim() ?? '';
    const inAnnotation = annotation.split(',').filter(() => annotation !== '').map((value) => ({
      service, path: ['metadata', 'annotations', RANGES_ANNOTATION], value: value.trim(), isField: false,
    }));
    return [...inField, ...inAnnotation].filter(({ value }) => !isPlaceholder(value));
  });
}

/** Whether every version up to 1.35 takes the text for a block: host bits and zeros in front are allowed there. */
export function isBlock(value: unknown): boolean {
  const [address, prefix = '', ...rest] = typeof value === 'string' ? value.split('/') : [''];
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/(^|\.)0+(?=\d)/g, '$1');
  const longest = address.includes(':') ? 128 : 32;
  return rest.length === 0 && /^\d{1,3}$/.test(prefix) && Number(prefix) <= longest && faultOf(parseCidr, `${plain}/${plain.includes(':') ? 128 : 32}`) === undefined;
}
