import { NOTHING, type Carrier } from './carried';
import { textAt } from '../../kube/field';
import { hasNodePorts } from '../../kube/service';
import { shown } from '../../values/shown';
import type { LossFault } from '../loss';

const FIELD = ['spec', 'externalTrafficPolicy'];
const SEE = 'https://kubernetes.io/docs/tasks/access-application-cluster/create-external-load-balancer/#preserving-the-client-source-ip';

/** Whether connections stay on the node where they arrive, so that the address of the client is kept as far as the proxy. */
export const trafficPolicy: Carrier = (entrance, { implementation }) => {
  if (!hasNodePorts(entrance.service)) return NOTHING;
  const given = textAt(entrance.service, ...FIELD);
  const isKnown = given === undefined || ['Local', 'Cluster'].includes(given);
  const { supported, see } = implementation.supports.externalTrafficPolicy;
  // Implementations have defaults of their own, so the one of Kubernetes has to be said.
  if (supported && isKnown) return { settings: { externalTrafficPolicy: given ?? 'Cluster' }, losses: [] };
  if (given === undefined) return NOTHING;
  const fault = isKnown
    ? lost(given, `which ${implementation.title} takes from no Gateway`, `set externalTrafficPolicy: ${given} in the settings of the implementation if its log needs the address of clients`, see)
    : lost(given, 'which is neither "Local" nor "Cluster"', 'write "Local" or "Cluster" in the input, and run again', SEE);
  return { ...NOTHING, losses: [{ ...fault, ...entrance.standingOf(FIELD) }] };
};

function lost(given: string, reason: string, fix: string, see: string): LossFault {
  return {
    name: 'traffic-policy',
    severity: given === 'Cluster' ? 'info' : 'warning',
    fact: `has externalTrafficPolicy: ${shown(given)}, ${reason}`,
    why: 'the new proxies may see the address of a node in place of the one of the client',
    fix,
    see,
  };
}
