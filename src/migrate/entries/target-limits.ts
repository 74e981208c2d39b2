import { entryLoss, type Judgement } from './judge-entries';
import type { ForwardFault } from '../../data-planes/forward-fault';
import type { GatewayPlan } from '../../data-planes/gateway-api/gateway-plan';
import { RULES } from '../../data-planes/gateway-api/rules/all';
import { inListenOrder, type Forward } from '../../model/forward';
import type { KubernetesVersion } from '../../values/kubernetes-version';
import type { LossFault } from '../loss';
import type { Target } from '../target/target';
import { gatewayOf } from '../target/target-objects';

/** What the Gateway can open: the other entries have no route. */
export function withinLimits({ routed, losses }: Judgement, target: Target, version: KubernetesVersion): Judgement {
  const refused = refusals(routed.flatMap(({ forwards }) => forwards), target, version);
  const judged = routed.map((each) => ({ each, fault: each.forwards.map((forward) => refused.get(forward)).find((fault) => fault !== undefined) }));
  return {
    routed: judged.filter(({ fault }) => fault === undefined).map(({ each }) => each),
    losses: [...losses, ...judged.flatMap(({ each, fault }) => (fault ? [entryLoss(each.entry, lossOf(fault))] : []))],
  };
}

/** The first port that cannot be had is the one to be refused, whatever order the entries have. */
function refusals(forwards: readonly Forward[], target: Target, version: KubernetesVersion): Map<Forward, ForwardFault> {
  const settings = gatewayOf(target, {});
  const { namespace, name } = target;
  const plan: GatewayPlan = {
    ...{ target, gateway: settings, created: { settings, metadata: { namespace, name } } },
    ...{ isNamespaceGiven: true, isAdmitted: true, grantedNamespaces: [], version },
  };
  const refused = new Map<Forward, ForwardFault>();
  const others: Forward[] = [];
  for (const forward of inListenOrder(forwards)) {
    const fault = RULES.map((rule) => rule(forward, { plan, others })).find((found) => found !== undefined);
    if (fault) refused.set(forward, fault);
    else others.push(forward);
  }
  return refused;
}

function lossOf({ fact, why, see }: ForwardFault): LossFault {
  return {
    name: 'listener-refused',
    severity: 'error',
    fact: `does not fit in: ${fact}`,
    why,
    fix: 'give this entry and others beside it to a second run with another --gateway-name, or choose another --implementation',
    see,
  };
}
