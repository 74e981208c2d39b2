import type { Network } from '../model/network';
import { isHelmHook } from '../model/object-node';
import { oncePerNetwork } from '../model/once-per-network';
import type { ServiceNode } from '../model/service-node';
import { annotatedServices, headlessServices, servicesOfType, servicesWith, type Written } from '../model/services-with';

/** The Services of the application, without those that Helm makes for a hook or a test. */
export const applicationServices = oncePerNetwork((network) => ofApplication(network.services, network));

/** Those in whose manifests something is written. */
export function applicationServicesWith(network: Network, written: Written): readonly ServiceNode[] {
  return ofApplication(servicesWith(network, written), network);
}

/** Those of certain types. */
export function applicationServicesOfType(network: Network, ...types: string[]): readonly ServiceNode[] {
  return ofApplication(servicesOfType(network, ...types), network);
}

/** Those that have annotations. */
export function annotatedApplicationServices(network: Network): readonly ServiceNode[] {
  return ofApplication(annotatedServices(network), network);
}

/** Those without an address of their own. */
export function headlessApplicationServices(network: Network): readonly ServiceNode[] {
  return ofApplication(headlessServices(network), network);
}

function ofApplication(services: readonly ServiceNode[], network: Network): readonly ServiceNode[] {
  return isAnyHook(network) ? services.filter((service) => !isHelmHook(service)) : services;
}

const isAnyHook = oncePerNetwork(({ services }) => services.some(isHelmHook));
