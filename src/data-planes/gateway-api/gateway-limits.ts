import type { GatewayFeature, Implementation } from './implementation';
import type { Problems } from '../../problems/problems';

/** Reports what the implementation of a Gateway would ignore. */
export function checkAsked(at: string, feature: GatewayFeature, { title, supports }: Implementation, problems: Problems): void {
  const { supported, see } = supports[feature];
  if (supported) return;
  problems.add(at, {
    fact: `${title} takes no ${feature} from a Gateway`,
    why: 'it would be ignored without a word',
    fix: `leave ${at.split('.').pop()} out, and say it where ${title} is installed or in its GatewayClass`,
    see,
  });
}

/** Reports a list that the API server, or the implementation, takes less of. */
export function checkSize(at: string, count: number, most: number, problems: Problems): void {
  if (count <= most) return;
  problems.add(at, {
    fact: `it has ${count} entries`,
    why: `${most === 1 ? 'one is' : `at most ${most} are`} taken; the Gateway is refused, or the others are ignored`,
    fix: `keep ${most} of them`,
    see: 'https://gateway-api.sigs.k8s.io/reference/spec/#gatewayspec',
  });
}
