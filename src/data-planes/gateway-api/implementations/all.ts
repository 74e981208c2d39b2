import { awsLoadBalancerController } from './aws-load-balancer-controller';
import { cilium } from './cilium';
import { contour } from './contour';
import { envoyGateway } from './envoy-gateway';
import { gke } from './gke';
import { istio } from './istio';
import { kgateway } from './kgateway';
import { kongOperator } from './kong-operator';
import { nginxGatewayFabric } from './nginx-gateway-fabric';
import { traefik } from './traefik';
import { GatewayImplementation } from '../gateway-implementation';
import type { Implementation } from '../implementation';

/** Every implementation, by the name that users choose it by. */
export const IMPLEMENTATIONS: Readonly<Record<GatewayImplementation, Implementation>> = {
  [GatewayImplementation.AWS_LOAD_BALANCER_CONTROLLER]: awsLoadBalancerController,
  [GatewayImplementation.CILIUM]: cilium,
  [GatewayImplementation.CONTOUR]: contour,
  [GatewayImplementation.ENVOY_GATEWAY]: envoyGateway,
  [GatewayImplementation.GKE]: gke,
  [GatewayImplementation.ISTIO]: istio,
  [GatewayImplementation.KGATEWAY]: kgateway,
  [GatewayImplementation.KONG_OPERATOR]: kongOperator,
  [GatewayImplementation.NGINX_GATEWAY_FABRIC]: nginxGatewayFabric,
  [GatewayImplementation.TRAEFIK]: traefik,
};
