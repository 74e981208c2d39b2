import { Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { fullName } from './controller';
import type { Controller } from './controller-type';
import type { ObjectName } from './stream-config-map';
import { firstClaimant } from '../../kube/object-names';
import type { Fault } from '../../problems/problem';

/**
 * Notes that a data plane writes to a controller, and why it must not where another one does.
 *
 * Two charts may have controllers of one name, as they may be meant for two clusters.
 *
 * @param holder what is in the chart of the controller's objects
 */
export function claimFault(dataPlane: IConstruct, holder: IConstruct, controller: Controller): Fault | undefined {
  const writer = firstClaimant(Chart.of(holder), `controller ${fullName(controller)}`, dataPlane);
  return writer === dataPlane ? undefined : {
    fact: `the controller ${fullName(controller)} is already the one of '${writer.node.path}'`,
    why: 'both would write the same objects, and the second one applied would take the ports of the first away',
    fix: `give '${writer.node.path}' to every MultiPortTcpIngress: one ${controller.type.construct} serves any number; a controller in another cluster needs a chart of its own`,
    see: 'https://cdk8s.io/docs/latest/basics/chart/',
  };
}

/** As `claimFault`, for a ConfigMap with entries: the path of the other data plane that writes to it. */
export function otherWriter(dataPlane: IConstruct, holder: IConstruct, configMap: ObjectName): string | undefined {
  const writer = firstClaimant(Chart.of(holder), `entries of ${fullName(configMap)}`, dataPlane);
  return writer === dataPlane ? undefined : writer.node.path;
}
