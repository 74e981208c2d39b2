import type { IConstruct } from 'constructs';
import { fullName, type Controller } from './controller';
import type { Fault } from '../../problems/problem';

const claimedByApp = new WeakMap<IConstruct, Map<string, string>>();

/** Notes that a data plane writes to a controller, and why it must not where another one of the app does. */
export function claimFault(dataPlane: IConstruct, controller: Controller): Fault | undefined {
  const claimed = claimedByApp.get(dataPlane.node.root) ?? new Map<string, string>();
  claimedByApp.set(dataPlane.node.root, claimed);
  const other = claimed.get(fullName(controller));
  claimed.set(fullName(controller), other ?? dataPlane.node.path);
  return other === undefined ? undefined : {
    fact: `the controller ${fullName(controller)} is already the one of '${other}'`,
    why: 'both would write the same objects, and the second one applied would take the ports of the first away',
    fix: `give '${other}' to every MultiPortTcpIngress: one IngressNginx serves any number; controllers in several clusters need an App each`,
    see: 'https://cdk8s.io/docs/latest/basics/app/',
  };
}
