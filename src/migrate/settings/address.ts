import { listAt, textAt } from '../../kube/field';
import { isPlaceholder } from '../../kube/placeholder';
import { isLoadBalancer } from '../../kube/service';
import { oneOf } from '../../problems/one-of';
import { parseIpAddress } from '../../values/ip-address';
import { shown } from '../../values/shown';
import type { LossFault } from '../loss';
import { NOTHING, type Carrier } from './carried';
import type { Entrance } from './entrance';

const SEE = 'https://gateway-api.sigs.k8s.io/reference/spec/#gatewayspec';
const FIELD = ['spec', 'loadBalancerIP'];

/** The address that the load balancer is asked for. */
export const address: Carrier = (entrance, target) => {
  const asked = textAt(entrance.service, ...FIELD);
  if (asked === undefined || asked === '' || !isLoadBalancer(entrance.service)) return { ...NOTHING, losses: givenAddress(entrance) };
  const { supported, see } = target.implementation.supports['static addresses'];
  if (target.hasNewAddress || !supported || !isAddress(asked)) {
    const why = target.hasNewAddress ? undefined : see;
    return { ...NOTHING, losses: [{ ...entrance.standingOf(FIELD), ...leftOut(asked, target.implementation.title, why) }] };
  }
  return { settings: { addresses: [{ type: 'IPAddress', value: parseIpAddress(asked).text }] }, losses: [] };
};

function isAddress(text: string): boolean {
  try {
    return !isPlaceholder(text) && parseIpAddress(text) !== undefined;
  } catch {
    return false;
  }
}

function leftOut(asked: string, title: string, see: string | undefined): LossFault {
  if (see === undefined) {
    return {
      name: 'address',
      severity: 'info',
      fact: `asks for the address ${shown(asked)}, which the Gateway does not`,
      why: 'one address cannot be in two places, and --new-address lets both run side by side',
      fix: 'run again without --new-address to take the address over',
      see: SEE,
    };
  }
  return {
    name: 'address',
    severity: 'warning',
    fact: `asks for the address ${shown(asked)}, which ${isAddress(asked) ? `${title} takes from no Gateway` : 'is no IP address'}`,
    why: 'the Gateway gets another address, and clients have to learn it',
    fix: isAddress(asked) ? 'point the DNS name of clients to the new address, or choose another --implementation' : 'write the address itself in the input, and run again',
    see,
  };
}

/** An address that was given without being asked for goes away with the Service. */
function givenAddress(entrance: Entrance) {
  const path = ['status', 'loadBalancer', 'ingress'];
  const given = listAt(entrance.service, ...path).flatMap((ingress) => textAt(ingress, 'ip') ?? textAt(ingress, 'hostname') ?? []);
  return given.length === 0 ? [] : [{
    ...entrance.standingOf(path),
    name: 'address',
    severity: 'info',
    fact: `has the address ${oneOf(given)}, which nothing asks for`,
    why: 'the Gateway gets another address, and the old one may be handed out to someone else once the Service is gone',
    fix: 'reserve the address with your provider, ask for it in spec.loadBalancerIP of the input and run again; or point the DNS name of clients to the new one',
    see: SEE,
  } as const];
}
