import type { Construct } from 'constructs';
import { ingressNginx } from './adapter';
import { INGRESS_NGINX } from './controller-type';
import { IngressNginxController } from './ingress-nginx-controller';
import type { IngressNginxProps } from './ingress-nginx-props';
import { RULES } from './rules/all';
import { Problems } from '../../problems/problems';
import { ControllerDataPlane } from '../controller/controller-data-plane';
import { parseSettings, type OriginClass } from '../controller/controller-settings';
import { loadController, type LoadedController } from '../controller/load-controller';

/**
 * The ingress-nginx controller as the data plane of `MultiPortTcpIngress`.
 *
 * It adds the flag to the controller, the entries to the `tcp-services` and `udp-services` ConfigMaps and the ports to the
 * controller's Service: the three edits that fail silently when one is forgotten.
 *
 * ingress-nginx was retired in March 2026; use it where it already runs.
 *
 * @throws if the controller cannot be found in what was given, or could not forward
 * @see https://kubernetes.github.io/ingress-nginx/user-guide/exposing-tcp-udp-services/
 *
 * @example
 *
 * const nginx = new l4.IngressNginx(chart, 'nginx', {
 *   controller: l4.IngressNginxController.upstream(l4.IngressNginxProvider.BAREMETAL),
 * });
 */
export class IngressNginx extends ControllerDataPlane {
  /** @internal */
  public readonly _adapter = ingressNginx;

  /** @internal */
  protected readonly _loaded: LoadedController;

  public constructor(scope: Construct, id: string, props: IngressNginxProps = {}) {
    super(scope, id);
    const problems = new Problems(`IngressNginx '${this.node.path}'`);
    this._loaded = loadController(this, parseSettings(this, props, ORIGIN, problems), problems);
  }
}

const ORIGIN: OriginClass = {
  type: INGRESS_NGINX,
  rules: RULES,
  className: 'IngressNginxController',
  examples: ['.upstream()', '.manifest(\'deploy.yaml\')', '.objects(include)', '.existing({ ... })'],
  usual: () => IngressNginxController.upstream(),
};
