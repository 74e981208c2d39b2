import type { HaproxyIngressController } from './haproxy-ingress-controller';
import type { ControllerDataPlaneProps } from '../controller/controller-data-plane-props';

/** Properties of `HaproxyIngress`. */
export interface HaproxyIngressProps extends ControllerDataPlaneProps {
  /** Where the controller comes from. */
  readonly controller: HaproxyIngressController;
}
