import { HINTS, MODE } from './successor';
import { isPlaceholder } from '../../kube/placeholder';
import { isUsable } from '../../values/capabilities';
import { applicationServicesWith } from '../application-services';
import type { Check } from '../check';

/** The old and the new name of an annotation say different things. */
export const topologyAnnotationsDisagree: Check = {
  name: 'topology-annotations-disagree',
  severity: 'error',
  summary: 'A Service has both topology annotations, with different values.',
  why: 'the API server refuses the Service: the annotations are two names of one setting',
  see: 'https://kubernetes.io/docs/reference/labels-annotations-taints/#servicekubernetesiotopology-mode',
  * run(network) {
    if (!isUsable('annotation topology-mode', network.circumstances.version)) return;
    for (const service of applicationServicesWith(network, { annotations: [HINTS] })) {
      const { [HINTS]: hints, [MODE]: mode } = service.annotations;
      if (hints === undefined || mode === undefined || hints === mode || isPlaceholder(hints) || isPlaceholder(mode)) continue;
      yield {
        object: service,
        path: ['metadata', 'annotations', MODE],
        fact: `has ${MODE}: ${mode} and ${HINTS}: ${hints}`,
        fix: `remove ${HINTS}`,
      };
    }
  },
};
