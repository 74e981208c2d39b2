import type { IConstruct } from 'constructs';
import type { NamedGateway } from './emit-options';
import { claimFault as claimedObject } from '../../kube/object-names';
import type { Fault } from '../../problems/problem';

/** Notes that a data plane writes to a Gateway, and why it must not where another one of its chart does. */
export function claimFault(dataPlane: IConstruct, { namespace, name }: NamedGateway): Fault | undefined {
  const fault = claimedObject(dataPlane, { kind: 'Gateway', namespace, name });
  return fault && {
    ...fault,
    why: 'both would make objects of the same names, and the second one applied would replace the first',
    fix: 'give one GatewayApi to every MultiPortTcpIngress, as it serves any number, or give the other Gateway a name of its own',
  };
}
