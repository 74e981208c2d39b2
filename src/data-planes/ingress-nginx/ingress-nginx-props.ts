import type { IngressNginxController } from './ingress-nginx-controller';
import type { ControllerDataPlaneProps } from '../controller/controller-data-plane-props';

/** Properties of `IngressNginx`. */
export interface IngressNginxProps extends ControllerDataPlaneProps {
  /**
   * Where the controller comes from.
   *
   * @default IngressNginxController.upstream()
   */
  readonly controller?: IngressNginxController;
}
