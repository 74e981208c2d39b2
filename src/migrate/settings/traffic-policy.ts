import { textAt } from '../../kube/field';
import { hasNodePorts } from '../../kube/service';
import { shown } from '../../values/shown';
import { NOTHING, type Carrier } from './carried';

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
  return {
    ...NOTHING,
    losses: [{
      ...entrance.standingOf(FIELD),
      name: 'traffic-policy',
      severity: given === 'Local' ? 'warning' : 'info',
      fact: isKnown ? `has externalTrafficPolicy: ${given}, which ${implementation.title} takes from no Gateway` : `has externalTrafficPolicy: ${shown(given)}, which is neither "Local" nor "Cluster"`,
      why: 'the new proxies may see the address of a node in place of the one of the client',
      fix: isKnown ? `set externalTrafficPolicy: ${given} in the settings of the implementation if its log needs the address of clients` : 'write "Local" or "Cluster" in the input, and run again',
      see: isKnown ? see : SEE,
    }],
  };
};
