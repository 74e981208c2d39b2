import { listAt, textAt } from '../../kube/field';
import type { ServiceNode } from '../../model/service-node';

/** The families that a Service asks for, as they stand. */
export function ipFamiliesOf({ object }: ServiceNode): readonly unknown[] {
  return listAt(object, 'spec', 'ipFamilies');
}

/** What a Service says of how many families it gets. */
export function ipFamilyPolicyOf({ object }: ServiceNode): string | undefined {
  return textAt(object, 'spec', 'ipFamilyPolicy') || undefined;
}
