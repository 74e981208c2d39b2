import { textAt } from '../../kube/field';
import { GATEWAY_GROUP, type GatewayListenerNode, type GatewayNode } from '../../model/gateway-node';
import { groupedBy } from '../../model/grouped-by';
import type { Network } from '../../model/network';
import type { ObjectNode } from '../../model/object-node';
import { oncePerNetwork } from '../../model/once-per-network';

/** A controller of Gateways that forwards less than the Gateway API can say. */
interface Implementation {
  readonly name: string;
  readonly controllerName: string;
  /** The GatewayClasses that it makes itself. */
  readonly classNames?: RegExp;
  /** The protocols of Layer 4 that it forwards. */
  readonly protocols: readonly string[];
}

const LIMITED: readonly Implementation[] = [
  // https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/gateway/gateway/
  { name: 'an AWS Application Load Balancer', controllerName: 'gateway.k8s.aws/alb', protocols: [] },
  // https://projectcontour.io/docs/main/config/gateway-api/
  { name: 'Contour', controllerName: 'projectcontour.io/gateway-controller', protocols: ['TCP'] },
  // https://cloud.google.com/kubernetes-engine/docs/how-to/gatewayclass-capabilities
  { name: 'a Google Cloud Application Load Balancer', controllerName: 'networking.gke.io/gateway', classNames: /^gke-l7-/, protocols: [] },
  // https://github.com/istio/istio/issues/1430
  { name: 'Istio', controllerName: 'istio.io/gateway-controller', classNames: /^istio$/, protocols: ['TCP'] },
  // https://doc.traefik.io/traefik/reference/routing-configuration/kubernetes/gateway-api/
  { name: 'Traefik', controllerName: 'traefik.io/gateway-controller', protocols: ['TCP'] },
];

/** Who serves a Gateway, if it is known to forward less than others. */
export interface LimitedService extends Pick<Implementation, 'name' | 'protocols'> {
  /** The GatewayClass that says so, if it is among the objects. */
  readonly gatewayClass?: ObjectNode;
}

export function limitedServiceOf({ className }: GatewayNode, network: Network): LimitedService | undefined {
  if (className === undefined) return undefined;
  const [gatewayClass, ...variants] = classesByName(network).get(className) ?? [];
  if (variants.length > 0) return undefined;
  const controllerName = gatewayClass && textAt(gatewayClass.object, 'spec', 'controllerName');
  const found = LIMITED.find((one) => (gatewayClass ? one.controllerName === controllerName : one.classNames?.test(className)));
  return found && { name: found.name, protocols: found.protocols, gatewayClass };
}

const classesByName = oncePerNetwork((network) => groupedBy(network.ofKind(GATEWAY_GROUP, 'GatewayClass'), ({ name }) => name));

/** Whether a listener is for a protocol of Layer 4 that is not forwarded. */
export function isUnsupported({ protocol }: GatewayListenerNode, { protocols }: LimitedService): boolean {
  return (protocol === 'TCP' || protocol === 'UDP') && !protocols.includes(protocol);
}
