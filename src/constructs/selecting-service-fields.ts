import type { ExposedServiceProps, SelectingServiceProps, VirtualIpServiceProps } from './selecting-service-props';
import { renderClusterIp } from '../service-spec/cluster-ip';
import type { Fields, Inspection } from '../service-spec/inspection';
import { renderIpFamilies } from '../service-spec/ip-families';
import { renderSelector } from '../service-spec/selector';
import { renderSessionAffinity } from '../service-spec/session-affinity';
import { renderExternalTrafficPolicy, renderInternalTrafficPolicy } from '../service-spec/traffic-policy';
import { parseFlag } from '../values/flag';

/** The fields of every Service with a selector. */
export function selectingFields(props: SelectingServiceProps, inspection: Inspection): Fields {
  return {
    selector: renderSelector(props.selector, inspection),
    publishNotReadyAddresses: inspection.problems.parseOptional('publishNotReadyAddresses', parseFlag, props.publishNotReadyAddresses) || undefined,
    ...renderIpFamilies(props, inspection),
  };
}

/** The fields of every Service with a virtual address. */
export function virtualIpFields(props: VirtualIpServiceProps, inspection: Inspection): Fields {
  return {
    ...selectingFields(props, inspection),
    ...renderClusterIp(props, inspection),
    ...renderSessionAffinity(props.sessionAffinity, inspection),
    ...renderInternalTrafficPolicy(props.internalTrafficPolicy, inspection),
  };
}

/** The fields of every Service that is reachable from outside. */
export function exposedFields(props: ExposedServiceProps, inspection: Inspection): Fields {
  return {
    ...virtualIpFields(props, inspection),
    ...renderExternalTrafficPolicy(props.externalTrafficPolicy, props.internalTrafficPolicy, inspection),
  };
}
