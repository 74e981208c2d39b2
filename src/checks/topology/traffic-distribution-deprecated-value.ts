import { field } from '../../model/object-node';
import { stageOf } from '../../values/capabilities';
import { applicationServicesWith } from '../application-services';
import type { Check } from '../check';

/** The old name of a preference. */
export const trafficDistributionDeprecatedValue: Check = {
  name: 'traffic-distribution-deprecated-value',
  severity: 'warning',
  summary: 'A Service has trafficDistribution: PreferClose, the deprecated name of PreferSameZone.',
  why: 'the API server warns of it whenever the Service is applied; both names mean the same',
  see: 'https://github.com/kubernetes/enhancements/tree/master/keps/sig-network/3015-prefer-same-node',
  * run(network) {
    if (stageOf('trafficDistribution: PreferClose', network.circumstances.version) !== 'deprecated') return;
    for (const service of applicationServicesWith(network, { fields: ['trafficDistribution'] })) {
      if (field(service, 'spec', 'trafficDistribution') !== 'PreferClose') continue;
      yield {
        object: service,
        path: ['spec', 'trafficDistribution'],
        fact: 'has trafficDistribution: PreferClose, deprecated since Kubernetes 1.35',
        fix: 'set trafficDistribution: PreferSameZone',
      };
    }
  },
};
