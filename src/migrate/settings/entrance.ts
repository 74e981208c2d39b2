import { textAt, type FieldPath } from '../../kube/field';
import { isLoadBalancer, type ServiceObject } from '../../kube/service';
import { reject } from '../../problems/rejection';
import type { Installation } from '../input/installation';
import type { Standing } from '../standing';

/** The Service of the controller that clients come in through. */
export interface Entrance {
  readonly service: ServiceObject;
  readonly standingOf: (path: FieldPath) => Standing;
  /** Whether the cluster has filled in what nobody asked for, such as node ports. */
  readonly isLive: boolean;
}

/**
 * The Service that is meant by this name; else the one with the load balancer for everyone.
 *
 * A controller may have a second one for clients inside the network.
 */
export function entranceOf(installation: Installation, name: string | undefined): Entrance | undefined {
  const services = installation.controller?.services ?? [];
  const named = () => services.find(({ metadata }) => metadata.name === name) ?? unknown(`${name}`, services, installation);
  const service = name === undefined ? preferred(services) : named();
  return service && {
    service,
    standingOf: (path) => installation.standingOf(service, path),
    isLive: textAt(service, 'metadata', 'resourceVersion') !== undefined || textAt(service, 'metadata', 'uid') !== undefined,
  };
}

function preferred(services: readonly ServiceObject[]): ServiceObject | undefined {
  const isPublic = ({ metadata }: ServiceObject) => !metadata.name.endsWith('-internal');
  return services.find((service) => isLoadBalancer(service) && isPublic(service)) ?? services.find(isPublic) ?? services[0];
}

function unknown(name: string, services: readonly ServiceObject[], { title }: Installation): never {
  return reject({
    fact: `no Service "${name}" leads to ${title}`,
    why: 'the ports, the address and the annotations are those of one Service',
    fix: services.length > 0 ? `say --service ${services[0].metadata.name}` : 'leave --service out, or add the Service to the input',
    see: 'https://kubernetes.io/docs/concepts/services-networking/service/',
  });
}
