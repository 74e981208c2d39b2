import { isHelmHook } from '../model/object-node';
import { oncePerNetwork } from '../model/once-per-network';

/** The Services of the application, without those that Helm makes for a hook or a test. */
export const applicationServices = oncePerNetwork(({ services }) => services.filter((service) => !isHelmHook(service)));
