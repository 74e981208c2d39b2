import { HINTS, MODE } from './successor';
import { stageOf } from '../../values/capabilities';
import { applicationServicesWith } from '../application-services';
import type { Check } from '../check';

/** The old name of an annotation. */
export const topologyHintsAnnotationDeprecated: Check = {
  name: 'topology-hints-annotation-deprecated',
  severity: 'warning',
  summary: 'A Service has the annotation topology-aware-hints, which is deprecated.',
  why: 'the API server warns of it whenever the Service is applied, and a later version may ignore it',
  see: 'https://kubernetes.io/docs/reference/labels-annotations-taints/#servicekubernetesiotopology-aware-hints',
  * run(network) {
    if (stageOf('annotation topology-aware-hints', network.circumstances.version) !== 'deprecated') return;
    for (const service of applicationServicesWith(network, { annotations: [HINTS] })) {
      const value = service.annotations[HINTS];
      if (value === undefined) continue;
      yield {
        object: service,
        path: ['metadata', 'annotations', HINTS],
        fact: `has the annotation ${HINTS}, deprecated since Kubernetes 1.27`,
        fix: MODE in service.annotations ? `remove ${HINTS}` : `rename it to ${MODE}`,
      };
    }
  },
};
