import type { ExternalServiceOptions } from './external-service-options';
import type { Problems } from '../problems/problems';
import { renderClusterIp } from '../service-spec/cluster-ip';
import type { Fields, Inspection } from '../service-spec/inspection';
import { renderSessionAffinity } from '../service-spec/session-affinity';
import { renderInternalTrafficPolicy } from '../service-spec/traffic-policy';

const SEE = 'https://kubernetes.io/docs/concepts/services-networking/service/#headless-services';

/** The fields of a Service that balances connections to its own address. */
export function renderVirtualIp(options: ExternalServiceOptions, inspection: Inspection): Fields {
  return {
    ...(options.clusterIp === 'None' ? reportNone(inspection.problems) : renderClusterIp(options, inspection)),
    ...renderSessionAffinity(options.sessionAffinity, inspection),
    ...renderInternalTrafficPolicy(options.internalTrafficPolicy, inspection),
  };
}

/** The fields of a Service without an address of its own. */
export function renderHeadless(options: ExternalServiceOptions, { problems }: Inspection): Fields {
  (['clusterIp', 'sessionAffinity', 'internalTrafficPolicy'] as const)
    .filter((field) => options[field] !== undefined)
    .forEach((field) => problems.add(field, {
      fact: `${field} is given for a headless service`,
      why: 'clients get the addresses of the endpoints from DNS and choose by themselves: nothing balances, so nothing looks at it',
      fix: `leave ${field} out, or leave headless out`,
      see: SEE,
    }));
  return { clusterIP: 'None' };
}

function reportNone(problems: Problems): Fields {
  problems.add('clusterIp', {
    fact: '"None" asks for no address',
    why: 'a Service without an address is headless, which has an option of its own',
    fix: 'write headless: true, and leave clusterIp out',
    see: SEE,
  });
  return {};
}
