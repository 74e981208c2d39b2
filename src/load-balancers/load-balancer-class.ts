import type { BalancedService } from './load-balancer-settings';
import { oneOf } from '../problems/one-of';
import type { Inspection } from '../service-spec/inspection';
import { shown } from '../values/shown';

/** The classes under which a provider takes a Service; none where it takes only Services without a class. */
export interface TakenClasses {
  readonly provider: string;
  readonly classes: readonly string[];
  /** The way out, where it is another one than a class of these or none. */
  readonly fix?: string;
  readonly see: string;
}

/** Reports a `loadBalancerClass` of the Service with which the provider leaves it alone. */
export function checkLoadBalancerClass({ loadBalancerClass }: BalancedService, taken: TakenClasses, { problems }: Inspection): void {
  const { provider, classes, fix, see } = taken;
  if (loadBalancerClass === undefined || classes.includes(loadBalancerClass)) return;
  problems.add('loadBalancerClass', {
    fact: classes.length === 0
      ? `${shown(loadBalancerClass)} is another load balancer than ${provider}, whose settings loadBalancer holds`
      : `${shown(loadBalancerClass)} is not ${oneOf(classes)}, and loadBalancer holds the settings of ${provider}`,
    why: `${provider} leaves a Service of that class alone, so these settings have no effect`,
    fix: fix ?? `leave loadBalancerClass out${classes.length === 0 ? '' : `, or use "${classes[0]}"`}`,
    see,
  });
}
