import { listAt, textAt, type FieldPath } from '../../kube/field';
import { parseCidr } from '../../values/cidr';
import { shown } from '../../values/shown';
import type { Loss } from '../loss';
import { NOTHING, type Carrier } from './carried';
import type { Entrance } from './entrance';

const FIELD = ['spec', 'loadBalancerSourceRanges'];
// The field wins: https://github.com/kubernetes/cloud-provider/blob/master/service/helpers/helper.go
export const SOURCE_RANGES_ANNOTATION = 'service.beta.kubernetes.io/load-balancer-source-ranges';
const SEE = 'https://kubernetes.io/docs/tasks/access-application-cluster/configure-cloud-provider-firewall/';

/** The clients that the load balancer lets in. */
export const sourceRanges: Carrier = (entrance, { implementation }) => {
  const { path, ranges } = asked(entrance);
  if (ranges.length === 0) return NOTHING;
  const { supported, see } = implementation.supports['source ranges'];
  const wrong = ranges.filter((range) => !isCidr(range));
  if (supported && wrong.length === 0) return { settings: { sourceRanges: ranges as string[] }, losses: [] };
  const loss: Loss = {
    ...entrance.standingOf(path),
    name: 'source-ranges',
    severity: 'error',
    fact: `lets in ${shown(ranges)} only, ${supported ? `and ${shown(wrong[0])} is no CIDR block` : `which ${implementation.title} takes from no Gateway`}`,
    why: 'the new load balancer lets in everyone',
    fix: supported
      ? `write ${shown(wrong[0])} as a block such as "203.0.113.0/24" in the input, and run again`
      : 'restrict the clients in the settings of the implementation or in the firewall before you apply the output, or choose --implementation envoy-gateway',
    see: supported ? SEE : see,
  };
  return { ...NOTHING, losses: [loss] };
};

function asked({ service }: Entrance): { readonly path: FieldPath; readonly ranges: readonly unknown[] } {
  const ranges = listAt(service, ...FIELD);
  if (ranges.length > 0) return { path: FIELD, ranges };
  const path = ['metadata', 'annotations', SOURCE_RANGES_ANNOTATION];
  return { path, ranges: (textAt(service, ...path) ?? '').split(',').map((range) => range.trim()).filter((range) => range !== '') };
}

function isCidr(range: unknown): boolean {
  try {
    return parseCidr(range as string).text === range;
  } catch {
    return false;
  }
}
