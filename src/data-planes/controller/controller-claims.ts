import { Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { fullName } from './controller';
import type { Controller } from './controller-type';
import type { Fault } from '../../problems/problem';

const claimedByChart = new WeakMap<Chart, Map<string, string>>();

/**
 * Notes that a data plane writes to a controller, and why it must not where another one does.
 *
 * Two charts may have controllers of one name, as they may be meant for two clusters.
 *
 * @param holder what is in the chart of the controller's objects
 */
export function claimFault(dataPlane: IConstruct, holder: IConstruct, controller: Controller): Fault | undefined {
  const chart = Chart.of(holder);
  const claimed = claimedByChart.get(chart) ?? new Map<string, string>();
  claimedByChart.set(chart, claimed);
  const other = claimed.get(fullName(controller));
  claimed.set(fullName(controller), other ?? dataPlane.node.path);
  return other === undefined ? undefined : {
    fact: `the controller ${fullName(controller)} is already the one of '${other}'`,
    why: 'both would write the same objects, and the second one applied would take the ports of the first away',
    fix: `give '${other}' to every MultiPortTcpIngress: one ${controller.type.construct} serves any number; a controller in another cluster needs a chart of its own`,
    see: 'https://cdk8s.io/docs/latest/basics/chart/',
  };
}
