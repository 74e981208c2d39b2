import { GatewayImplementation } from '../../data-planes/gateway-api/gateway-implementation';
import type { GatewaySettings } from '../../data-planes/gateway-api/gateway-settings';
import { recordAt } from '../../kube/field';
import type { KubeObject } from '../../kube/kube-object';

/** Where an implementation is told the address of its load balancer, beside the Gateway. */
export interface AddressField {
  /** The kind of the object. */
  readonly kind: string;
  /** The field in it. */
  readonly path: readonly string[];
  readonly value: string;
}

// These make spec.addresses the externalIPs of the Service, for which no load balancer is asked:
// https://gateway.envoyproxy.io/docs/tasks/traffic/gateway-address/
// https://docs.nginx.com/nginx-gateway-fabric/overview/gateway-api-compatibility/
const FIELDS: { readonly [id in GatewayImplementation]?: Omit<AddressField, 'value'> } = {
  [GatewayImplementation.ENVOY_GATEWAY]: { kind: 'EnvoyProxy', path: ['spec', 'provider', 'kubernetes', 'envoyService', 'loadBalancerIP'] },
  [GatewayImplementation.NGINX_GATEWAY_FABRIC]: { kind: 'NginxProxy', path: ['spec', 'kubernetes', 'service', 'loadBalancerIP'] },
};

/** The field for the address that a Gateway is asked for, where `spec.addresses` means something else. */
export function addressField({ implementation, addresses }: GatewaySettings): AddressField | undefined {
  const field = FIELDS[implementation.id];
  return field && addresses.length > 0 ? { ...field, value: addresses[0].value } : undefined;
}

/** The objects with the address in its field. */
export function withAddress(objects: readonly KubeObject[], { kind, path, value }: AddressField): KubeObject[] {
  return objects.map((object) => (object.kind === kind ? written(object, path, value) : object));
}

function written<T extends object>(target: T, [key, ...rest]: readonly string[], value: string): T {
  return { ...target, [key]: rest.length === 0 ? value : written(recordAt(target, key), rest, value) };
}
